declare global {
  namespace App {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- nothing is passed between pages
    interface PageState {}
  }
}

export {};
