'use client'
import { createContext, type ReactNode, useContext, useTransition } from 'react'
import { useLocale, useTranslator } from './locale'
import { uiMessages } from './messages'
import type { Density, Preferences, Theme } from './preferences'
import { densities, themes } from './preferences'
import { savePreference } from './save-preference'

/** Keeps a preference; receives `locale`, `theme`, `density`, `calendar` or `rail` as a form field. */
export type SavePreference = (form: FormData) => Promise<void>

const PreferenceContext = createContext<{ now: Pick<Preferences, 'theme' | 'density'>; save: SavePreference }>({
  now: { theme: 'system', density: 'comfortable' },
  save: savePreference,
})

type PreferenceProviderProps = {
  now: Pick<Preferences, 'theme' | 'density'>
  save?: SavePreference
  children: ReactNode
}

/** Says what the reader prefers now, and who keeps a change; `save` may also store it in the profile. */
export function PreferenceProvider({ now, save = savePreference, children }: PreferenceProviderProps) {
  return <PreferenceContext value={{ now, save }}>{children}</PreferenceContext>
}

type SwitchProps = {
  name: string
  legend: string
  value: string
  options: readonly { value: string; label: string; lang?: string }[]
}

/** A few options of one preference; each is a submit button of a plain form, so it works without JavaScript. */
function Switch({ name, legend, value, options }: SwitchProps) {
  const { save } = useContext(PreferenceContext)
  const [pending, startTransition] = useTransition()
  return (
    <form
      className="switch"
      action={save}
      data-stay=""
      onSubmit={(event) => {
        event.preventDefault()
        const data = new FormData(event.currentTarget, event.nativeEvent.submitter)
        const chosen = String(data.get(name) ?? '')
        if (name === 'theme' || name === 'density') document.documentElement.dataset[name] = chosen
        startTransition(() => save(data))
      }}
    >
      <fieldset aria-busy={pending}>
        <legend className="hush">{legend}</legend>
        {options.map((option) => (
          <button
            type="submit"
            key={option.value}
            name={name}
            value={option.value}
            lang={option.lang}
            aria-pressed={option.value === value}
          >
            {option.label}
          </button>
        ))}
      </fieldset>
    </form>
  )
}

/** 中 / EN. The page keeps its address and what was typed. */
export function LanguageSwitch() {
  const t = useTranslator(uiMessages)
  return (
    <Switch
      name="locale"
      legend={t('language')}
      value={useLocale()}
      options={[
        { value: 'zh-TW', label: '中文', lang: 'zh-TW' },
        { value: 'en', label: 'English', lang: 'en' },
      ]}
    />
  )
}

const themeWords = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const satisfies Record<
  Theme,
  string
>

/** System, light or dark. */
export function ThemeSwitch() {
  const t = useTranslator(uiMessages)
  const { now } = useContext(PreferenceContext)
  const options = themes.map((value) => ({ value, label: t(themeWords[value]) }))
  return <Switch name="theme" legend={t('theme')} value={now.theme} options={options} />
}

const densityWords = { comfortable: 'comfortable', compact: 'compact' } as const satisfies Record<Density, string>

/** Row height of tables and height of controls. */
export function DensitySwitch() {
  const t = useTranslator(uiMessages)
  const { now } = useContext(PreferenceContext)
  const options = densities.map((value) => ({ value, label: t(densityWords[value]) }))
  return <Switch name="density" legend={t('density')} value={now.density} options={options} />
}
