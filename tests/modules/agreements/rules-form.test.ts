import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreementForms, agreementKinds } from '@/lib/modules/agreements/model-values'
import { type FormFlag, formFlags, formOf } from '@/lib/modules/agreements/rules-form'

const bounds = { letterUpTo: '300000', fullFrom: '5000000', fullKinds: ['distribution'] }
const unset = { letterUpTo: null, fullFrom: null, fullKinds: [] }
const of = (yearlyValue: string | null, flags: readonly FormFlag[] = []) =>
  ({ kind: 'annualTerms', yearlyValue, flags }) as const

describe('the form of a paper', () => {
  it.each([
    [of('300000'), bounds, 'confirmationLetter', ['valueUpToLetter']],
    [of('300000.0001'), bounds, 'standardContract', ['valueBetween']],
    [of('4999999.9999'), bounds, 'standardContract', ['valueBetween']],
    [of('5000000'), bounds, 'fullContract', ['valueFromFull']],
    [of('0'), bounds, 'confirmationLetter', ['valueUpToLetter']],
    [of(null), bounds, 'standardContract', ['valueUnknown']],
    [of('300000'), unset, 'standardContract', ['boundsNotSet']],
    [of('9999999'), { ...unset, letterUpTo: '300000' }, 'standardContract', ['valueBetween']],
    [of('100'), { ...unset, fullFrom: '0' }, 'fullContract', ['valueFromFull']],
    [of('100', ['foreignLaw', 'exclusivity']), bounds, 'fullContract', ['exclusivity', 'foreignLaw']],
    [{ ...of('100'), kind: 'distribution' as const }, bounds, 'fullContract', ['kindNeedsFull']],
  ])('%o with %o is a %s because of %o', (facts, given, form, reasons) => {
    expect(formOf(facts, given)).toEqual({ form, reasons })
  })

  it('always has a reason, and never becomes lighter when the value rises or a flag is added', () => {
    const weight = (form: (typeof agreementForms)[number]) => agreementForms.indexOf(form)
    fc.assert(
      fc.property(
        fc.constantFrom(...agreementKinds),
        fc.nat(9_000_000),
        fc.nat(9_000_000),
        fc.subarray([...formFlags]),
        fc.constantFrom(...formFlags),
        (kind, value, more, flags, flag) => {
          const base = formOf({ kind, yearlyValue: String(value), flags }, bounds)
          expect(base.reasons.length).toBeGreaterThan(0)
          const richer = formOf({ kind, yearlyValue: String(value + more), flags: [...flags, flag] }, bounds)
          expect(weight(richer.form)).toBeGreaterThanOrEqual(weight(base.form))
        },
      ),
    )
  })
})
