import { describe, expect, it } from 'vitest'
import { passwordFault } from '@/lib/kernel/password'

const context = ['和泰食品 Hotai Foods', 'maria.anders@hotaifoods.com.tw', '林怡君', 'Maria Anders']
const codeOf = (password: string) => passwordFault(password, context)?.code ?? 'good'

describe('a password is good', () => {
  it.each([
    'correct horse battery staple',
    'Tuesday-rain-on-Jade-Mountain',
    'Zq8!fd92Kw',
    'blue mug, 42 stairs',
    '  two spaces around  ',
    '咖啡與貓的星期二下午四點',
    '🐱🐶🐭🐹🐰🦊🐻🐼🐨🐯',
    'naïve café in Tainan',
    'naïve café in Tainan'.normalize('NFD'),
    `${'any length at all, '.repeat(6)}128 and more`,
    'only small letters here',
    'my cat sleeps at hotai every day',
  ])('whatever it is made of: %s', (password) => expect(codeOf(password)).toBe('good'))
})

describe('a password is refused', () => {
  it.each([
    ['passwordShort', 'nine char'],
    ['passwordShort', '短的密碼'],
    ['passwordShort', 'é'.repeat(9).normalize('NFD')],
    ['passwordLong', 'ab c'.repeat(300)],
    ['passwordText', 'tea in the \u0000 rain'],
    ['passwordText', 'tea in the \ud800 rain'],
    ['passwordCommon', 'password123'],
    ['passwordCommon', 'P@ssw0rd2026!'],
    ['passwordCommon', 'ｐａｓｓｗｏｒｄ１２３'],
    ['passwordCommon', 'iloveyou2026'],
    ['passwordCommon', 'dragonmonkey1'],
    ['passwordCommon', '1q2w3e4r5t'],
    ['passwordCommon', 'ilovetaiwan520'],
    ['passwordCommon', 'ji32k7au4a83'],
    ['passwordSimple', 'aaaaaaaaaaaa'],
    ['passwordSimple', 'abcabcabcabc'],
    ['passwordSimple', '1234567890'],
    ['passwordSimple', 'qwertyuiop'],
    ['passwordSimple', 'poiuytrewq1'],
    ['passwordSimple', '0912345678'],
    ['passwordContext', 'HotaiFoods2026'],
    ['passwordContext', '和泰食品2026！！'],
    ['passwordContext', '林怡君19900101'],
    ['passwordContext', 'maria.anders1990'],
    ['passwordContext', 'accord 2026!!'],
  ])('with the reason %s: %s', (code, password) => expect(codeOf(password)).toBe(code))
})

it('a refused password names the word that gave it away', () => {
  expect(passwordFault('HotaiFoods2026', context)).toEqual({ code: 'passwordContext', params: { word: 'hotaifoods' } })
})
