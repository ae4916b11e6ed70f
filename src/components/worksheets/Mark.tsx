/** The mark, or with `only` one circle filled and the other dotted: what is private. */
export function Mark({ only = false }: { readonly only?: boolean }) {
  return (
    <svg className="mark" viewBox="0 0 64 40" aria-hidden="true">
      <circle className={only ? 's' : 'm'} cx="20" cy="20" r="20" />
      {only ? (
        <circle className="dots" cx="44" cy="20" r="18.5" />
      ) : (
        <>
          <circle className="t" cx="44" cy="20" r="20" />
          <path className="s" d="M32 36A20 20 0 0 0 32 4A20 20 0 0 0 32 36" />
        </>
      )}
    </svg>
  );
}
