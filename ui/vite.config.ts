import { sveltekit } from "@sveltejs/kit/vite";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [sveltekit()],
  // The content security policy knows no `data:` but for pictures.
  build: { assetsInlineLimit: 0, target: ["es2023", "safari17", "chrome120"] },
  server: { port: 5173, strictPort: true },
  test: { include: ["src/**/*.test.ts", "messages/*.test.ts"] },
});
