/** A button that stays pressed: chosen people, a direction. */
export const pickClass =
  'button small aria-pressed:border-brand aria-pressed:bg-brand-soft aria-pressed:text-on-brand-soft'
