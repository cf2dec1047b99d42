import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/support/compiled.ts"],
    testTimeout: 60_000,
    coverage: { include: ["src/**"], reporter: ["text-summary", "html"] },
  },
});
