import { describe, expect, it } from 'vitest'
import { newProof } from '@/lib/kernel/identity/proof'
import { signIn } from '@/lib/kernel/identity/sign-in'
import { owner } from '@/tests/people'
import { again, full, later, minute, signInOwner, start, viewerAt, visit } from './identity-people'

const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'let in',
    (error) => error.code as string,
  )

describe('signing in', () => {
  it('opens a session for the right password and for nothing else', async () => {
    const { email, password, actor, workspace } = await signInOwner(['salesLead', 'auditor'])
    expect(await refusal(signIn({ email, password: `${password}!` }, visit(), start))).toBe('identity.wrongSignIn')
    const admitted = await signIn({ email, password }, visit(), start)
    const viewer = await viewerAt(admitted, start)
    expect(viewer?.actor).toEqual({ ...actor, reports: [] })
    expect(viewer?.workspace).toEqual({ id: workspace.id, name: workspace.name, kind: 'live' })
  })

  it('refuses unknown, deactivated and not yet invited people with the same words', async () => {
    const known = await signInOwner()
    const gone = await signInOwner()
    await owner()`update members set status = 'deactivated' where id = ${gone.actor.id}`
    const attempts = [
      signIn({ email: 'nobody@example.com', password: known.password }, visit(), start),
      signIn({ email: known.email, password: 'not this one' }, visit(), start),
      signIn({ email: gone.email, password: gone.password }, visit(), start),
    ]
    const told = await Promise.all(attempts.map((each) => each.catch((error) => error.sentence('en'))))
    expect(new Set(told)).toEqual(new Set(['E-mail and password do not match. Check both; capital letters matter.']))
  })

  it('takes twins of the same accents as one password and cuts nothing', async () => {
    const long = `naïve café ${'x y '.repeat(60)}end`
    const { email } = await signInOwner('manager', { password: long })
    expect(await refusal(signIn({ email, password: long.normalize('NFD') }, visit(), start))).toBe('let in')
    expect(await refusal(signIn({ email, password: long.slice(0, -1) }, visit(), start))).toBe('identity.wrongSignIn')
    expect(await refusal(signIn({ email, password: `${long} ` }, visit(), start))).toBe('identity.wrongSignIn')
  })

  it('keeps argon2id proofs of at least 46 MiB and renews cheaper ones when their owner signs in', async () => {
    const { email, password, actor } = await signInOwner()
    const proof = async () =>
      (await owner()`select proof from auth.credentials where identity_id = ${actor.identityId ?? ''}`)[0]?.proof
    expect(await proof()).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/)
    const weak = await newProof(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 })
    await owner()`update auth.credentials set proof = ${weak} where identity_id = ${actor.identityId ?? ''}`
    await signIn({ email, password }, visit(), start)
    expect(await proof()).toMatch(/^\$argon2id\$v=19\$m=47104,/)
    await signIn({ email, password }, visit(), start)
  })

  it('records who signed in, and no secret of it', async () => {
    const { email, password, actor, workspace } = await signInOwner()
    await signIn({ email, password }, visit({ address: '198.51.100.4' }), start)
    const rows = await owner()`select command, input from command_log where workspace_id = ${workspace.id}`
    expect(rows.map((row) => [row.command, row.input])).toEqual([
      ['identity.signIn', { device: 'Chrome|Windows', address: '198.51.100.4' }],
    ])
    expect(JSON.stringify(rows)).not.toContain(email)
    expect(actor.workspaceId).toBe(workspace.id)
  })
})

describe('guessing is slowed without locking anybody out', () => {
  it('checks at most ten guesses of an account in fifteen minutes, however many come at once from wherever', async () => {
    const { email } = await signInOwner()
    const guesses = Array.from({ length: full ? 300 : 40 }, (_, i) =>
      refusal(signIn({ email, password: `guess number ${i}` }, visit(), start)),
    )
    const told = await Promise.all(guesses)
    expect(told.filter((code) => code === 'identity.wrongSignIn')).toHaveLength(10)
    expect(told.filter((code) => code === 'identity.tooManyTries')).toHaveLength(told.length - 10)
    expect(await refusal(signIn({ email, password: 'one more' }, visit(), later(14 * minute)))).toBe(
      'identity.tooManyTries',
    )
    expect(await refusal(signIn({ email, password: 'one more' }, visit(), later(15 * minute)))).toBe(
      'identity.wrongSignIn',
    )
  })

  it('lets no fifteen minutes hold more than ten, wherever they begin', async () => {
    const { email } = await signInOwner()
    const checked: number[] = []
    for (let at = 0; at < 40; at++) {
      const moments = Array.from({ length: 3 }, (_, i) => at * minute + i)
      for (const moment of moments) {
        const code = await refusal(signIn({ email, password: 'a guess' }, visit(), later(moment)))
        if (code === 'identity.wrongSignIn') checked.push(moment)
      }
    }
    const most = Math.max(
      ...checked.map((from) => checked.filter((each) => each >= from && each < from + 15 * minute).length),
    )
    expect(most).toBe(10)
  })

  it('says how long to wait', async () => {
    const { email } = await signInOwner()
    for (let i = 0; i < 10; i++) await refusal(signIn({ email, password: 'a guess' }, visit(), start))
    const told = await signIn({ email, password: 'a guess' }, visit(), later(5 * minute)).catch((error) => error)
    expect(told.sentence('en')).toContain('wait 10 minutes')
    expect(told.sentence('zh-TW')).toContain('請等候 10 分鐘')
  })

  it('still lets the owner in on a device that they used before', async () => {
    const { email, password } = await signInOwner()
    const here = visit()
    const known = await again(await signIn({ email, password }, here, start), here)
    for (let i = 0; i < 12; i++) await refusal(signIn({ email, password: 'a guess' }, visit(), later(minute)))
    expect(await refusal(signIn({ email, password }, visit(), later(2 * minute)))).toBe('identity.tooManyTries')
    expect(await refusal(signIn({ email, password }, known, later(2 * minute)))).toBe('let in')
  })

  it('counts guesses on a known device too, apart from the others', async () => {
    const { email, password } = await signInOwner()
    const here = visit()
    const known = await again(await signIn({ email, password }, here, start), here)
    const told = await Promise.all(
      Array.from({ length: 15 }, () => refusal(signIn({ email, password: 'a guess' }, known, start))),
    )
    expect(told.filter((code) => code === 'identity.wrongSignIn')).toHaveLength(10)
    expect(await refusal(signIn({ email, password }, visit(), start))).toBe('let in')
  })

  it('a device cookie of somebody else opens no budget of its own', async () => {
    const mine = await signInOwner()
    const theirs = await signInOwner()
    const here = visit()
    const known = await again(await signIn(mine, here, start), here)
    for (let i = 0; i < 10; i++) await refusal(signIn({ ...theirs, password: 'a guess' }, visit(), start))
    expect(await refusal(signIn(theirs, known, start))).toBe('identity.tooManyTries')
  })

  it('does not count right passwords as guesses', async () => {
    const { email, password } = await signInOwner()
    for (let i = 0; i < 12; i++) await signIn({ email, password }, visit(), start)
    expect(await refusal(signIn({ email, password: 'a guess' }, visit(), start))).toBe('identity.wrongSignIn')
  })

  it('slows one address that tries one guess on each of many accounts', async () => {
    const many = full ? 1000 : 80
    const from = visit({ address: '2001:db8:1:2::1' })
    const told = await Promise.all(
      Array.from({ length: many }, (_, i) =>
        refusal(signIn({ email: `n${i}@example.com`, password: 'Spring 2026' }, from, start)),
      ),
    )
    expect(told.filter((code) => code === 'identity.wrongSignIn')).toHaveLength(60)
    const sameNetwork = visit({ address: '2001:db8:1:2:ffff::9' })
    expect(await refusal(signIn({ email: 'x@example.com', password: 'a guess' }, sameNetwork, start))).toBe(
      'identity.tooManyTries',
    )
  })
})
