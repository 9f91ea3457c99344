// One page, drawn in the window: there is no server.
export const ssr = false;
export const prerender = true;
