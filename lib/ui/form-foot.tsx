'use client'
import type { ReactNode } from 'react'
import type { FormState } from '@/lib/kernel/form-state'
import { useForm } from './form-context'
import { useTranslator } from './locale'
import { uiMessages } from './messages'

type SubmitButtonProps = { children?: ReactNode; className?: string; secondary?: boolean | undefined }

/**
 * The form's button, the primary one of its screen unless that is another. While it works it keeps the focus and says so;
 * it is never disabled beforehand.
 */
export function SubmitButton({ children, className = '', secondary = false }: SubmitButtonProps) {
  const { pending } = useForm()
  const t = useTranslator(uiMessages)
  return (
    <button
      type="submit"
      className={`${secondary ? 'button' : 'button primary'} ${className}`}
      aria-disabled={pending || undefined}
    >
      {pending ? t('saving') : (children ?? t('save'))}
    </button>
  )
}

type FormFootProps = {
  submit?: string | undefined
  secondary?: boolean | undefined
  cancelHref?: string | undefined
  sticky: boolean
  state: FormState
  children?: ReactNode
}

/** The buttons under a form, the primary one first, and a quiet "saved" for forms that stay where they are. */
export function FormFoot({ submit, secondary, cancelHref, sticky, state, children }: FormFootProps) {
  const t = useTranslator(uiMessages)
  return (
    <div className={sticky ? 'form-foot sticky' : 'form-foot'}>
      <SubmitButton secondary={secondary}>{submit}</SubmitButton>
      {children}
      {cancelHref && (
        <a className="button quiet" href={cancelHref}>
          {t('cancel')}
        </a>
      )}
      <span role="status" className="text-muted">
        {state.status === 'done' ? (state.notice ?? t('saved')) : ''}
      </span>
    </div>
  )
}
