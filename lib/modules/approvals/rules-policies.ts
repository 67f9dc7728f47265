import type { SubjectKind } from './model'
import type { Policy, PolicyStep } from './model-policies'

const step = (approver: PolicyStep['approver'], order: number, when: Partial<PolicyStep> = {}): PolicyStep => ({
  approver,
  order,
  mode: 'any',
  hours: 24,
  discountOver: null,
  marginUnder: null,
  paymentDaysOver: null,
  valueOver: null,
  writeOffOver: null,
  belowFloor: false,
  newFee: false,
  feeFlags: false,
  aspects: [],
  ...when,
})

const finance = 'discipline:finance'
const director = 'discipline:director'
const legal = 'discipline:legal'

/** The matrix of prices: what an account manager may grant alone, and who must agree beyond it. */
const prices: readonly PolicyStep[] = [
  step('role:salesLead', 1, { discountOver: '10', marginUnder: '25', belowFloor: true, newFee: true }),
  step('role:manager', 2, {
    discountOver: '15',
    marginUnder: '25',
    belowFloor: true,
    newFee: true,
    valueOver: '10000000',
  }),
  step(finance, 2, { paymentDaysOver: '60', belowFloor: true }),
  step(legal, 2, { feeFlags: true }),
  step(director, 3, { discountOver: '20', marginUnder: '18', belowFloor: true, valueOver: '50000000' }),
]

/** A term sheet has no floor of its own; the lead sees every departure from payment terms too. */
const sheets: readonly PolicyStep[] = [
  step('role:salesLead', 1, { discountOver: '10', marginUnder: '25', paymentDaysOver: '60', newFee: true }),
  step('role:manager', 2, { discountOver: '15', marginUnder: '25', newFee: true, valueOver: '10000000' }),
  step(finance, 2, { paymentDaysOver: '60' }),
  step(legal, 2, { feeFlags: true }),
  step(director, 3, { discountOver: '20', marginUnder: '18', valueOver: '50000000' }),
]

/** Each aspect of an agreement has somebody who answers for it; large ones go up as well. */
const agreements: readonly PolicyStep[] = [
  step('role:salesLead', 1, { aspects: ['price'] }),
  step(finance, 1, { aspects: ['credit'] }),
  step('role:manager', 1, { aspects: ['legal'], hours: 48 }),
  step('discipline:logistics', 1, { aspects: ['supply'] }),
  step('discipline:quality', 1, { aspects: ['quality'] }),
  step('role:salesLead', 1, { aspects: ['marketing'] }),
  step('role:manager', 1, { aspects: ['data'] }),
  step('role:manager', 2, { aspects: ['price', 'credit'], valueOver: '10000000' }),
  step(director, 3, { aspects: ['price', 'credit'], valueOver: '50000000' }),
]

const stepsOf: Readonly<Record<SubjectKind, readonly PolicyStep[]>> = {
  needPlan: [step('role:salesLead', 1, { hours: 48 })],
  needProcedure: [step('role:salesLead', 1, { hours: 48 })],
  pricePolicy: [step('role:manager', 1, { hours: 48 })],
  priceException: prices,
  dealCheck: prices,
  termSheet: sheets,
  standardTerms: [step('role:manager', 1, { hours: 48 }), step(finance, 1, { paymentDaysOver: '60', hours: 48 })],
  deductionWriteOff: [
    step('role:salesLead', 1, { writeOffOver: '10000' }),
    step('role:manager', 2, { writeOffOver: '100000' }),
  ],
  promotion: [
    step('role:salesLead', 1, { valueOver: '50000', belowFloor: true }),
    step('role:manager', 2, { valueOver: '500000', belowFloor: true }),
  ],
  negotiationMandate: [
    step('managerOf', 1),
    step('role:manager', 2, { valueOver: '10000000', belowFloor: true }),
    step(finance, 2, { belowFloor: true }),
    step(director, 3, { belowFloor: true }),
  ],
  negotiationPackage: prices,
  obligationWaiver: [step('role:salesLead', 1)],
  agreementVersion: agreements,
}

/** What changes for good as soon as it is consented to, so that a word that is denied later could not be taken back. */
const inWriting: readonly SubjectKind[] = ['agreementVersion', 'obligationWaiver']

/**
 * What holds until a workspace writes its own edition: the usual matrix of authority. Agreements, and waivers of what they
 * say is owed, are consented to in writing.
 */
export const defaultPolicy = (subjectKind: SubjectKind): Policy => ({
  id: null,
  subjectKind,
  number: 0,
  name: null,
  validFrom: null,
  steps: stepsOf[subjectKind],
  demands: [],
  checklist: [],
  allowsWord: !inWriting.includes(subjectKind),
})

/** Levels are told apart by who decides and when: the same approver at two orders is two levels. */
export const levelOf = ({ approver, order }: Pick<PolicyStep, 'approver' | 'order'>, index: number): string =>
  `${approver}@${order}.${index}`

/** The key of a step's name in the messages; a named member has none. */
export const levelKey = (approver: string): `level_${string}` | null =>
  approver.startsWith('member:') ? null : `level_${approver.replace(':', '_')}`
