'use client'
import { createContext, useContext } from 'react'

/** What the fields of a form share with it. */
export type FormView = {
  id: string
  /** What was typed before (a refused submit without JavaScript, or a draft); shown again instead of the default. */
  input: unknown
  sentences: Readonly<Record<string, string>>
  pending: boolean
  /** What somebody else put into fields meanwhile, by path. */
  theirs: Readonly<Record<string, string>>
  /** Puts the other person's value into the field of this path. */
  take: (path: string, value: string) => void
}

export const FormContext = createContext<FormView>({
  id: 'form',
  input: undefined,
  sentences: {},
  pending: false,
  theirs: {},
  take: () => undefined,
})

/** The form around a field. Outside of a form, fields work with their defaults. */
export const useForm = () => useContext(FormContext)
