import { expect, it } from 'vitest'
import { agrees } from '@/lib/run/install.mjs'

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/next': { version: '16.4.6' },
    'node_modules/@next/swc-darwin-arm64': { version: '16.4.6', optional: true },
  },
}

it('accepts an installation without the binaries of other systems', () => {
  expect(agrees(wanted, { packages: { 'node_modules/next': { version: '16.4.6' } } })).toBe(true)
})

it('asks for a new installation when a package is missing or another version', () => {
  expect(agrees(wanted, { packages: {} })).toBe(false)
  expect(agrees(wanted, { packages: { 'node_modules/next': { version: '16.4.5' } } })).toBe(false)
})
