// What is typed for a new consultation. It outlasts going back, until one is opened; the passphrase does not, because whoever
// comes by could have it shown.

export class Begun {
  name = $state("");
  framework = $state("");
  /** The first and the last day as they are typed; a consultation may begin before they are known. */
  first = $state("");
  last = $state("");
  place = $state("");

  /** Whether anything would have to be typed again. */
  get isSomething(): boolean {
    return [this.name, this.first, this.last, this.place].some((typed) => typed.trim() !== "");
  }
}
