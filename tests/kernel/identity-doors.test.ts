import { describe, expect, it } from 'vitest'
import { isSecureOrigin } from '@/lib/kernel/identity/cookies'
import { deviceName } from '@/lib/kernel/identity/device-name'
import { safePath } from '@/lib/kernel/identity/safe-path'
import { sealText, unsealText } from '@/lib/kernel/identity/sealed-text'
import { signed, tokenOf } from '@/lib/kernel/identity/token'
import { addressKey, addressOf } from '@/lib/kernel/identity/visit'

describe('the way back after signing in', () => {
  it.each([
    '//evil.example',
    '///evil.example',
    '////evil.example//x',
    '/\\evil.example',
    '\\\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r\n//evil.example',
    '\t//evil.example',
    ' //evil.example',
    ' /accounts',
    '/ /evil.example\u0000',
    '/\u2028/evil.example',
    'https://evil.example',
    'http:evil.example',
    'https:/evil.example',
    'https:\\\\evil.example',
    'HTTPS://evil.example',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)//',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://evil.example/1',
    'mailto:a@evil.example',
    '@evil.example',
    'evil.example',
    'accounts',
    '.evil.example',
    '/./\\evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/a/..//evil.example',
    '/%5cevil.example/..//..//evil.example\\',
    'https://accord.invalid@evil.example/',
    'https://accord.invalid.evil.example/',
    '?next=//evil.example',
    '#//evil.example',
    '',
    '/sign-in?next=/sign-in',
    '/api/auth/signout',
    '/setup/abc',
    '/reset/abc',
    `/${'a'.repeat(3000)}`,
    undefined,
    null,
    ['/accounts', '//evil.example'],
    { toString: () => '//evil.example' },
  ])('stays home for %j', (wanted) => expect(safePath(wanted)).toBe('/'))

  it.each(['/accounts', '/accounts/1?tab=a%2Fb&x=%E5%8F%B0#y', '/today', '/%2F%2Fevil.example', '/resets'])(
    'leads to our own page %s',
    (wanted) => expect(safePath(wanted)).toBe(wanted),
  )
})

describe('cookies', () => {
  it.each([
    ['https://crm.example.com', true],
    ['http://localhost:3000', true],
    ['http://127.0.0.1:3000', true],
    ['http://crm.example.com', false],
    ['http://192.168.1.5:3000', false],
  ])('are bound to the host and TLS where browsers allow it: %s', (origin, secure) =>
    expect(isSecureOrigin(origin)).toBe(secure),
  )

  it('that name a device are ours or nothing', () => {
    const value = signed('abc', 'device')
    expect(tokenOf(value, 'device')).toBe('abc')
    for (const forged of ['abc', 'abc.', `${value}x`, value.replace('abc', 'abd'), '', undefined])
      expect(tokenOf(forged, 'device')).toBeNull()
    expect(tokenOf(value, 'other')).toBeNull()
  })
})

describe('the address of a request', () => {
  const from = (forwarded: string | null, origin: string) => addressOf({ get: () => forwarded }, origin)
  it.each([
    ['203.0.113.9', 'http://localhost:3000', '203.0.113.9'],
    ['1.1.1.1, 203.0.113.9', 'http://localhost:3000', '203.0.113.9'],
    ['1.1.1.1, 203.0.113.9, 10.0.0.2', 'https://crm.example.com', '203.0.113.9'],
    ['203.0.113.9', 'https://crm.example.com', '203.0.113.9'],
    ['::ffff:203.0.113.9', 'http://localhost:3000', '203.0.113.9'],
    [null, 'http://localhost:3000', ''],
  ])('behind %s at %s is %s', (forwarded, origin, expected) => expect(from(forwarded, origin)).toBe(expected))

  it('counts as one for a whole IPv6 network', () => {
    expect(addressKey('2001:db8:0:1::1')).toBe(addressKey('2001:DB8:0:1:ffff:0:0:9'))
    expect(addressKey('2001:db8::1')).toBe(addressKey('2001:db8:0:0:5::1'))
    expect(addressKey('2001:db8:0:1::1')).not.toBe(addressKey('2001:db8:0:2::1'))
    expect(addressKey('203.0.113.9')).not.toBe(addressKey('203.0.113.8'))
  })
})

it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0',
    'Edge|Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari|iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36 Line/14.1',
    'LINE|Android',
  ],
  ['<script>alert(1)</script>', '|'],
  [null, '|'],
])('a browser is named by words of ours: %s', (userAgent, name) => expect(deviceName(userAgent)).toBe(name))

it('sealed text is read again here and by nobody who altered it', () => {
  const sealed = sealText('https://crm.example.com/reset/秘密')
  expect(unsealText(sealed)).toBe('https://crm.example.com/reset/秘密')
  expect(sealed).not.toBe(sealText('https://crm.example.com/reset/秘密'))
  expect(() => unsealText(`${sealed.slice(0, -2)}AA`)).toThrow()
})
