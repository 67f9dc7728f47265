import { describe, expect, it } from 'vitest'
import { hostList } from '@/lib/run/hosts.mjs'

describe('only our own names are answered', () => {
  const isOurs = hostList('https://crm.example.com')

  it.each([
    'crm.example.com',
    'CRM.example.com',
    'crm.example.com:443',
    'localhost',
    'localhost:3000',
    '127.0.0.1:9',
    '[::1]:3000',
  ])('%s is ours', (host) => {
    expect(isOurs(host)).toBe(true)
  })

  it.each([
    undefined,
    '',
    'example.com',
    'crm.example.com:8443',
    'crm.example.com.evil.test',
    'localhost.evil.test',
    'localhost:3000@evil.test',
    'evil.test/localhost',
    'localhost:99999',
  ])('%s is not', (host) => {
    expect(isOurs(host)).toBe(false)
  })

  it('knows the port when the address has one', () => {
    const isLocal = hostList('http://crm.test:3000')
    expect(isLocal('crm.test:3000')).toBe(true)
    expect(isLocal('crm.test')).toBe(false)
  })
})
