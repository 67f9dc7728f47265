import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const worthwhile = /\.(js|css|svg|json|txt|map|html)$/
const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

async function compress(file) {
  const content = readFileSync(file)
  if (content.length < 1024) return
  const [small, common] = await Promise.all([
    brotli(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    }),
    zip(content, { level: 9 }),
  ])
  writeFileSync(`${file}.br`, small)
  writeFileSync(`${file}.gz`, common)
}

/** Compresses the files that never change once, at build time, so that serving them costs no compression. */
export async function precompress(folder) {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile() && worthwhile.test(entry.name))
  for (const entry of files) await compress(path.join(entry.parentPath, entry.name))
}
