import type { StarterClause, StarterTemplate } from './model-library'
import { businessClauses } from './model-starter-clauses'
import { lawClauses } from './model-starter-law'

/** The clauses with which an empty library begins. */
export const starterClauses: readonly StarterClause[] = [...businessClauses, ...lawClauses]

const short = ['supply', 'payment', 'term']
const usual = [
  'supply',
  'price-change',
  'payment',
  'rebate',
  'fees',
  'delivery',
  'shortage',
  'returns',
  'quality',
  'promotion',
  'confidentiality',
  'term',
  'law',
]
const full = [
  'supply',
  'price-change',
  'payment',
  'credit-limit',
  'rebate',
  'fees',
  'delivery',
  'shortage',
  'returns',
  'quality',
  'promotion',
  'data-exchange',
  'confidentiality',
  'personal-data',
  'intellectual-property',
  'liability',
  'force-majeure',
  'term',
  'law',
]

/** The templates with which a workspace begins: every form for annual terms, and one for what is agreed most often beside them. */
export const starterTemplates: readonly StarterTemplate[] = [
  {
    name: '年度條件確認函',
    englishName: 'Letter of annual terms',
    kind: 'annualTerms',
    form: 'confirmationLetter',
    direction: 'sell',
    clauseCodes: short,
  },
  {
    name: '年度供貨合約',
    englishName: 'Annual supply contract',
    kind: 'annualTerms',
    form: 'standardContract',
    direction: 'sell',
    clauseCodes: usual,
  },
  {
    name: '年度供貨合約（完整）',
    englishName: 'Annual supply contract (full)',
    kind: 'annualTerms',
    form: 'fullContract',
    direction: 'sell',
    clauseCodes: full,
  },
  {
    name: '框架合約',
    englishName: 'Framework contract',
    kind: 'framework',
    form: 'fullContract',
    direction: 'sell',
    clauseCodes: full,
  },
  {
    name: '促銷活動確認函',
    englishName: 'Letter of a promotion',
    kind: 'promotion',
    form: 'confirmationLetter',
    direction: 'sell',
    clauseCodes: ['promotion', 'fees', 'term'],
  },
  {
    name: '保密協議',
    englishName: 'Confidentiality agreement',
    kind: 'nda',
    form: 'standardContract',
    direction: 'sell',
    clauseCodes: ['confidentiality', 'personal-data', 'term', 'law'],
  },
  {
    name: '採購合約',
    englishName: 'Purchase contract',
    kind: 'supply',
    form: 'standardContract',
    direction: 'buy',
    clauseCodes: ['supply', 'payment', 'delivery', 'quality', 'confidentiality', 'term', 'law'],
  },
]
