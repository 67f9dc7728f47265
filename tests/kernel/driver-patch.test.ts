import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { applyPatch, edits, isPatched, released } from '@/lib/run/patch-postgres.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'accord-driver-'))
const entry = path.join(folder, 'src/index.js')

beforeEach(() => {
  rmSync(folder, { recursive: true })
  cpSync('node_modules/postgres', folder, { recursive: true })
  for (const file of Object.keys(edits)) {
    const place = path.join(folder, file)
    writeFileSync(place, released(readFileSync(place, 'utf8'), file))
  }
  rmSync(path.join(folder, 'released'), { recursive: true, force: true })
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the installed driver is cured', () => {
  expect(isPatched()).toBe(true)
})

test('curing the released driver gives the installed one, and a second time changes nothing', () => {
  expect(isPatched(folder)).toBe(false)
  expect(applyPatch(folder)).toBe(true)
  expect(isPatched(folder)).toBe(true)
  expect(readFileSync(entry, 'utf8')).toBe(readFileSync('node_modules/postgres/src/index.js', 'utf8'))
  expect(applyPatch(folder)).toBe(false)
})

test('a cure that was interrupted between two files is finished', () => {
  applyPatch(folder)
  writeFileSync(entry, released(readFileSync(entry, 'utf8'), 'src/index.js'))
  expect(applyPatch(folder)).toBe(true)
  expect(isPatched(folder)).toBe(true)
})

test('the cure of an earlier release of the product is replaced', () => {
  applyPatch(folder)
  writeFileSync(entry, readFileSync(entry, 'utf8').replace('function withdraw', 'function  withdraw'))
  expect(isPatched(folder)).toBe(false)
  expect(applyPatch(folder)).toBe(true)
  expect(isPatched(folder)).toBe(true)
})

test('another version of the driver is refused in one sentence', () => {
  const about = path.join(folder, 'package.json')
  writeFileSync(about, readFileSync(about, 'utf8').replace('3.4.9', '3.4.10'))
  expect(() => applyPatch(folder)).toThrow('postgres 3.4.10, but its cure was written for 3.4.9')
})

test('a text that is neither released nor cured is refused and left as it is', () => {
  const changed = readFileSync(entry, 'utf8').replace('async function begin', 'async  function begin')
  writeFileSync(entry, changed)
  expect(() => applyPatch(folder)).toThrow('is not the text of postgres 3.4.9')
  expect(readFileSync(entry, 'utf8')).toBe(changed)
})
