/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  compress: false,
  images: { unoptimized: true },
  // Types are checked by `npm test`; a start on a small machine need not do it again.
  typescript: { ignoreBuildErrors: true },
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  experimental: { serverActions: { bodySizeLimit: '4mb' } },
  serverExternalPackages: ['@node-rs/argon2', 'pg-boss', 'pg', 'pino', 'nodemailer', 'pdfmake', 'postgres'],
}
