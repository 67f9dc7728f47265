/** The sign of the product; its name stands beside it or is the page's title. */
export function BrandMark() {
  return (
    <span className="brand-mark" aria-hidden="true">
      誼
    </span>
  )
}
