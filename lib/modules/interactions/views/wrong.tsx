/** The refusal of one field, under it. */
export const Wrong = ({ sentence }: { sentence: string | undefined }) =>
  sentence ? <p className="refusal">{sentence}</p> : null
