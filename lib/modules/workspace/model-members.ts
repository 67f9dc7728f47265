import { z } from 'zod'
import { disciplines, roles } from '@/lib/kernel/actor'
import { id, listOf, optionalDay, optionalId, optionalText, text, version } from '@/lib/kernel/input'

export const employments = ['fullTime', 'partTime', 'temporary', 'contractor'] as const
export const memberStatuses = ['notInvited', 'invited', 'active', 'deactivated'] as const
export type MemberStatus = (typeof memberStatuses)[number]

const email = z
  .union([z.literal('').transform(() => null), z.null(), z.email().max(254)])
  .optional()
  .transform((value) => value?.toLowerCase() ?? null)

const described = {
  name: text(100),
  englishName: optionalText(100),
  familyName: optionalText(50),
  givenName: optionalText(50),
  title: optionalText(100),
  phone: optionalText(50),
  employment: z.enum(employments).default('fullTime'),
  employedFrom: optionalDay,
  employedTo: optionalDay,
}

const charged = {
  roles: listOf(z.enum(roles), roles.length).refine((value) => value.length > 0, { message: 'required' }),
  disciplines: listOf(z.enum(disciplines), disciplines.length),
  reportsToId: optionalId,
}

export const memberRef = z.strictObject({ memberId: id })

export const newMember = z
  .strictObject({ ...described, ...charged, email })
  .refine(({ employedFrom, employedTo }) => !employedFrom || !employedTo || employedFrom <= employedTo, {
    path: ['employedTo'],
    message: 'wrong',
  })

export const editedMember = z.strictObject({ memberId: id, version, ...described, email })
export const chargedMember = z.strictObject({ memberId: id, version, ...charged })

/** What decides whether a role may be given or taken. */
export type Charge = { id: string; roles: readonly string[]; status: string; reportsToId: string | null }

/** A member as the administrators' list and page show them. */
export type MemberRow = {
  id: string
  name: string
  englishName: string | null
  email: string | null
  title: string | null
  roles: readonly string[]
  disciplines: readonly string[]
  employment: string
  reportsTo: string | null
  status: string
}

/** Everything that a member's page and forms show. */
export type MemberRecord = {
  id: string
  version: number
  name: string
  englishName: string | null
  familyName: string | null
  givenName: string | null
  email: string | null
  title: string | null
  phone: string | null
  roles: readonly string[]
  disciplines: readonly string[]
  reportsToId: string | null
  employment: string
  employedFrom: string | null
  employedTo: string | null
  status: string
}
