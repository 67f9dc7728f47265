import type { Translate } from '../translate'
import type { identityMessages } from './messages'

const here = /^(127\.|::1$)/
const local = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|f[cd]|fe80:)/i

type Say = Translate<typeof identityMessages>

/** Where a session comes from, in words; an address alone says little to most readers. */
export function placeInWords(address: string, t: Say): string {
  if (address === '') return t('placeUnknown')
  if (here.test(address)) return t('placeHere')
  return t(local.test(address) ? 'placeLocal' : 'placeInternet', { address })
}

/** `Chrome|Windows` as a reader says it; an unknown part is left out. */
export function deviceInWords(device: string, t: Say): string {
  const [program = '', system = ''] = device.split('|')
  if (program && system) return t('deviceOn', { program, system })
  return program || system || t('unknownDevice')
}
