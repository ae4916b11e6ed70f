import type { PlanRow } from './plan-in-words';

/** What something says, row by row, each with its name. */
export function Rows({ rows }: { readonly rows: readonly PlanRow[] }) {
  return (
    <dl className="plan-rows">
      {rows.map(({ what, said }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd className="written">{said}</dd>
        </div>
      ))}
    </dl>
  );
}
