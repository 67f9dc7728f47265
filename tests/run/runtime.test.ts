import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { isNewer, runtime } from '@/lib/run/runtime.mjs'

it('tells the newer of two versions by their numbers, not by their letters', () => {
  expect(isNewer('24.21.0', '20.20.2')).toBe(true)
  expect(isNewer('24.9.0', '24.21.0')).toBe(false)
  expect(isNewer('24.21.0', '24.21.0')).toBe(false)
  expect(isNewer('26.0.0', '24.21.0')).toBe(true)
})

it('names a program that runs, never an older one than our own', () => {
  const { program, version } = runtime()
  expect(execFileSync(program, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim()).toBe(version)
  expect(isNewer(process.versions.node, version)).toBe(false)
})
