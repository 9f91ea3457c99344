// How it stands with the shared server, wherever one is in the window.
import { hearServer, serverState, type ServerState } from "$lib/platform";

class Server {
  state = $state.raw<ServerState | null>(null);

  /** Listens to Rust while the window is open; gives the way to stop. */
  async listen(): Promise<() => void> {
    const leave = await hearServer((told) => (this.state = told));
    // What was told meanwhile is newer.
    const asked = await serverState();
    this.state ??= asked;
    return () => {
      leave();
      this.state = null;
    };
  }
}

export const server = new Server();
