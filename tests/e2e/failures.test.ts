import { readFileSync } from 'node:fs'
import { describe, expect, inject, it } from 'vitest'
import { inData } from '@/lib/run/paths.mjs'
import { owner, person } from '@/tests/people'
import { aFullWorkspace } from '../security/full-workspace'
import { cookieHeaderOf } from '../setup/signed-in'
import { actions, asker, contentOf } from './authorisation'

const { address } = inject('product')
const { origin } = new URL(address)
const ask = asker(address)
/** What no answer may show: statements, stacks, places of files, codes of the database, secrets. */
const leaks =
  /select .* from|insert into|update "|node_modules|\bat (async )?\w+ \(|\.next\/|PostgresError|42501|password|accord_app/i
const chinese = /[\u4e00-\u9fff]{4}/

type Kind = {
  what: string
  path: string
  status: number
  code?: string
  method?: string
  body?: unknown
  headers?: Record<string, string>
  /** Something is wrong only meanwhile. */
  meanwhile?: (work: () => Promise<void>) => Promise<void>
}

describe('whatever goes wrong', async () => {
  const mine = await aFullWorkspace()
  const theirs = await aFullWorkspace()
  const cookie = await cookieHeaderOf(mine.actor)
  const auditor = await person('auditor', { id: mine.workspaceId })
  const auditorCookie = await cookieHeaderOf(auditor)
  const { accountId = '', personId = '' } = mine.ids
  const account = `/api/v1/accounts/${accountId}`
  const add = '/api/v1/contacts/add'
  const someone = { accountId, displayName: '李小華', points: [] }

  const [{ id, page } = { id: '', page: '' }] = actions(mine.ids)
  const change = { cookie, origin, 'content-type': 'application/json' }
  await ask(`${account}/edit`, { method: 'POST', headers: change, body: '{"version":1,"note":"先到的備註"}' })

  /** Somebody else holds the account and does not let go. */
  const held = (work: () => Promise<void>) =>
    owner().begin(async (sql) => {
      await sql`select 1 from accounts where id = ${accountId} for update`
      await work()
    })
  /** A part of the database that the product needs is closed to it: a fault of ours, whatever the reader did. */
  const broken = async (work: () => Promise<void>) => {
    await owner()`revoke insert on search_entries from accord_app`
    try {
      await work()
    } finally {
      await owner()`grant insert on search_entries to accord_app`
    }
  }

  const kinds: Kind[] = [
    { what: 'nobody is signed in', path: `${account}/edit`, headers: { cookie: '' }, status: 401, code: 'signedOut' },
    {
      what: 'a cookie is forged',
      path: `${account}/edit`,
      headers: { cookie: `${cookie}x` },
      status: 401,
      code: 'signedOut',
    },
    { what: 'another site asks', path: `${account}/edit`, headers: { origin: 'https://evil.example' }, status: 403 },
    { what: 'nobody knows who asks', path: `${account}/edit`, headers: { origin: '' }, status: 403 },
    { what: 'another name is used', path: `${account}/edit`, headers: { host: 'evil.example' }, status: 421 },
    {
      what: 'the role may not',
      path: `${account}/edit`,
      headers: { cookie: auditorCookie },
      status: 403,
      code: 'notAllowed',
    },
    { what: 'there is no such command', path: `${account}/explode`, status: 404, code: 'notFound' },
    {
      what: 'there is no such record',
      path: `/api/v1/accounts/${crypto.randomUUID()}/edit`,
      body: { version: 1, note: 'x' },
      status: 404,
      code: 'notFound',
    },
    {
      what: 'the record is another workspace’s',
      path: `/api/v1/accounts/${theirs.ids.accountId}/edit`,
      body: { version: 1, note: 'x' },
      status: 404,
      code: 'notFound',
    },
    {
      what: 'the id is none',
      path: '/api/v1/accounts/abc/edit',
      body: { version: 1, note: 'x' },
      status: 422,
      code: 'invalid',
    },
    { what: 'the text is no JSON', path: add, body: '{', status: 422, code: 'invalid' },
    { what: 'a field is missing', path: '/api/v1/accounts/open', body: {}, status: 422, code: 'invalid' },
    {
      what: 'a field is unknown',
      path: add,
      body: { ...someone, workspaceId: theirs.workspaceId },
      status: 422,
      code: 'invalid',
    },
    {
      what: 'a text is too long',
      path: add,
      body: { ...someone, displayName: '長'.repeat(5_000) },
      status: 422,
      code: 'invalid',
    },
    {
      what: 'a text cannot be stored',
      path: add,
      body: { ...someone, displayName: 'a\u0000b' },
      status: 422,
      code: 'invalid',
    },
    {
      what: 'a reference leads nowhere',
      path: add,
      body: { ...someone, accountId: crypto.randomUUID() },
      status: 404,
      code: 'notFound',
    },
    {
      what: 'the request is too large',
      path: add,
      body: { ...someone, note: 'x'.repeat(1_500_000) },
      status: 422,
      code: 'invalid',
    },
    {
      what: 'somebody was first',
      path: `${account}/edit`,
      body: { version: 1, note: 'x' },
      status: 409,
      code: 'changedMeanwhile',
    },
    {
      what: 'a file is too much',
      path: '/api/files',
      body: 'x',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      status: 422,
      code: 'invalid',
    },
    {
      what: 'a spreadsheet does not exist',
      path: '/api/export/nothing.csv',
      method: 'GET',
      status: 404,
      code: 'notFound',
    },
    {
      what: 'a file does not exist',
      path: `/api/files/${crypto.randomUUID()}`,
      method: 'GET',
      status: 404,
      code: 'notFound',
    },
    { what: 'a page does not exist', path: '/no-such-page', method: 'GET', status: 404 },
    { what: 'a record’s page does not exist', path: `/contacts/${crypto.randomUUID()}`, method: 'GET', status: 404 },
    {
      what: 'an action is malformed',
      path: page,
      body: '[',
      headers: { 'next-action': id, 'content-type': 'text/plain' },
      status: 400,
    },
    {
      what: 'a colleague holds the record too long',
      path: `${account}/edit`,
      body: { version: 1, note: 'x' },
      meanwhile: held,
      status: 503,
      code: 'unavailable',
    },
    { what: 'the fault is ours', path: add, body: someone, meanwhile: broken, status: 500, code: 'unexpected' },
  ]

  const told = (kind: Kind, language: string) =>
    ask(kind.path, {
      method: kind.method ?? 'POST',
      headers: Object.fromEntries(
        Object.entries({
          cookie,
          origin,
          'content-type': 'application/json',
          'accept-language': language,
          ...kind.headers,
        }).filter(([, value]) => value !== ''),
      ),
      ...(kind.body === undefined
        ? {}
        : { body: typeof kind.body === 'string' ? kind.body : JSON.stringify(kind.body) }),
    })

  it('there are more than twenty kinds of it', () => expect(kinds.length).toBeGreaterThan(20))

  it.each(kinds.map((kind) => [kind.what, kind] as const))(
    '%s: the answer says so, and nothing is half-done',
    async (_, kind) => {
      const before = await contentOf(mine.workspaceId)
      for (const language of kind.meanwhile === undefined ? ['zh-TW', 'en'] : ['zh-TW']) {
        const around = kind.meanwhile ?? ((work: () => Promise<void>) => work())
        await around(async () => {
          const { status, text, headers } = await told(kind, language)
          expect([status, text.slice(0, 200)]).toEqual([kind.status, text.slice(0, 200)])
          expect(text).not.toMatch(leaks)
          expect(headers['x-content-type-options'] ?? 'nosniff').toBe('nosniff')
          if (!kind.code) return expect(text).toMatch(language === 'en' ? /[a-z]{3} [a-z]+/i : chinese)
          const { code, sentence } = JSON.parse(text)
          expect(code).toBe(kind.code)
          expect(sentence).toMatch(language === 'en' ? /[a-z]{3} [a-z]+/i : chinese)
          if (code !== 'unexpected') return
          const reference = /[0-9A-F]{8}/.exec(sentence)?.[0] ?? 'none'
          expect(readFileSync(inData('test-product.log'), 'utf8')).toContain(`"reference":"${reference}"`)
        })
      }
      expect(await contentOf(mine.workspaceId)).toBe(before)
    },
  )

  it('the same goes through when nothing is wrong, and that is seen to change something', async () => {
    const before = await contentOf(mine.workspaceId)
    const { status } = await told({ what: '', path: add, body: someone, status: 200 }, 'zh-TW')
    expect(status).toBe(200)
    expect(await contentOf(mine.workspaceId)).not.toBe(before)
    expect((await ask(`/contacts/${personId}`, { headers: { cookie } })).status).toBe(200)
  })

  it('an answer that shows a statement or a stack would be noticed', () => {
    for (const text of ['Failed query: select * from "accounts"', 'at async g (.next/server/x.js)', 'PostgresError: x'])
      expect(text).toMatch(leaks)
  })
})
