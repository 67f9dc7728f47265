/** Tailwind 4 is the only plugin; everything else is plain CSS. */
export default { plugins: { '@tailwindcss/postcss': {} } }
