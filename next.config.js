/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  compress: false,
  images: { unoptimized: true },
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  experimental: { serverActions: { bodySizeLimit: '4mb' } },
  serverExternalPackages: ['@node-rs/argon2', 'pg-boss', 'pg', 'pino', 'nodemailer', 'postgres'],
}
