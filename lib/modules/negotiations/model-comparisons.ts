import { z } from 'zod'
import { optionalText } from '@/lib/kernel/input'
import { negotiationRef } from './model'

/** What somebody says of two packages that the weights call equal. */
export const judgements = ['equal', 'first', 'second'] as const
export type Judgement = (typeof judgements)[number]

/** `asked` is the state of the weights that the question was about. Not said, nothing is compared. */
export const judgeEqualInput = negotiationRef.extend({ asked: optionalText(200), answer: z.enum(judgements) })
