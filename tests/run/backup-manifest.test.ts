import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { seal, verify } from '@/lib/run/manifest-of-backup.mjs'

let folder: string
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'accord-backup-'))
  mkdirSync(path.join(folder, 'postgres/base'), { recursive: true })
  writeFileSync(path.join(folder, 'postgres/base/1'), '客戶')
  writeFileSync(path.join(folder, 'secrets.json'), '{}')
  await seal(folder, { made: '2026-11-21T00:00:00Z', postgres: '18' })
})
afterEach(() => rmSync(folder, { recursive: true }))

it('accepts a backup as it was made', async () => {
  expect((await verify(folder)).manifest).toMatchObject({ postgres: '18', folders: ['postgres', 'postgres/base'] })
})

it('names the file that was changed, also when its size stayed', async () => {
  writeFileSync(path.join(folder, 'postgres/base/1'), '客广')
  expect((await verify(folder)).problem).toContain('postgres/base/1 has changed')
})

it('names the file that is missing', async () => {
  rmSync(path.join(folder, 'secrets.json'))
  expect((await verify(folder)).problem).toContain('secrets.json is missing')
})

it('does not take a copy that was interrupted for a backup', async () => {
  rmSync(path.join(folder, 'manifest.json'))
  expect((await verify(folder)).problem).toContain('no complete backup')
})
