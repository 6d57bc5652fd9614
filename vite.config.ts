import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { PAGE_POLICY } from "./scripts/server/policy.ts";

/**
 * Writes the Content-Security-Policy into the built page, so that a static host which sends no header still holds it.
 * The development server is left out: its hot reload needs inline styles.
 */
function pagePolicy(): Plugin {
  return {
    name: "coterie:page-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: PAGE_POLICY },
        injectTo: "head-prepend",
      },
    ],
  };
}

/** Node 20 runs no TypeScript, so what it runs is bundled once, by mode; packages stay in node_modules. */
const PROGRAMS: ReadonlyMap<string, readonly string[]> = new Map([
  ["command", ["scripts/coterie.ts", "scripts/thread.ts"]],
  ["bench", ["test/bench/bench.ts"]],
  ["generate", ["test/bench/generate/generate.ts"]],
]);

export default defineConfig(({ mode }) => {
  const programs = PROGRAMS.get(mode);
  if (programs !== undefined) {
    return {
      publicDir: false,
      build: {
        ssr: true,
        outDir: `dist/${mode}`,
        target: "node20",
        rollupOptions: { input: [...programs], output: { entryFileNames: "[name].js", chunkFileNames: "[name].js" } },
      },
    };
  }
  return {
    base: "./",
    plugins: [react(), pagePolicy()],
    worker: { format: "es" },
    build: { outDir: "dist/app", target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
    test: {
      projects: [
        {
          test: {
            name: "unit",
            include: ["test/**/*.test.{ts,tsx}"],
            exclude: ["test/e2e/**"],
            testTimeout: 60_000,
            setupFiles: ["test/setup.ts"],
          },
        },
        {
          test: {
            name: "e2e",
            include: ["test/e2e/**/*.test.ts"],
            globalSetup: ["test/e2e/global-setup.ts"],
            testTimeout: 60_000,
            hookTimeout: 120_000,
            fileParallelism: false,
          },
        },
      ],
    },
  };
});
