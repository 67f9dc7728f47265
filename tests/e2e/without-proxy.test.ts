import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '@/lib/run/paths.mjs'
import { aFullWorkspace } from '../security/full-workspace'
import { asker, authorisation } from './authorisation'
import { endOwnProducts, ownProduct } from './own-product'

const bare = '.data/next-without-proxy'
const folder = path.join(root, bare)
let address = ''

/** The same build, from which the proxy has been taken out. */
beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  cpSync(path.join(root, '.next'), folder, { recursive: true })
  const file = path.join(folder, 'server/functions-config-manifest.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  delete manifest.functions['/_middleware']
  writeFileSync(file, JSON.stringify(manifest))
  address = (await ownProduct('without-proxy', { NEXT_DIST_DIR: bare })).address
})
afterAll(async () => {
  await endOwnProducts()
  rmSync(folder, { recursive: true, force: true })
})

describe('without the proxy', async () => {
  const [mine, theirs] = [await aFullWorkspace(), await aFullWorkspace()]

  it('pages lose their content policy, so it is really gone', async () => {
    expect(existsSync(path.join(root, 'proxy.ts'))).toBe(true)
    expect((await asker(address)('/sign-in')).headers['content-security-policy']).toBeUndefined()
  })

  authorisation({ address: () => address, mine, theirs })
})
