import { siteRoot } from '../../browser/address';
import { openKit } from '../../browser/kit';
import { openParcels } from '../../browser/parcels';
import type { SharedPlan } from '../../domain/parcels/plan';

/** The worksheet whose sheets the two share. */
const SHARED = 'how-are-we-doing';

/** The address that opens a plan in another browser; undefined where it is too long, or this browser cannot pack it. */
export async function linkForPlan(storage: string, plan: SharedPlan): Promise<string | undefined> {
  return addressOf(await openParcels(storage).planLink(plan));
}

/**
 * The address that opens the sheet of the last check-in in another browser; undefined where there is none, or it is too
 * long.
 *
 * @param hidden ids of the worksheet's private fields: what stands in them goes nowhere, as any private answer
 */
export async function linkToLastSheet(
  storage: string,
  hidden: readonly string[],
): Promise<string | undefined> {
  const sheet = openKit(storage).lastDone(SHARED);
  if (!sheet) return undefined;
  const open = Object.entries(sheet.answers).filter(([field]) => !hidden.includes(field));
  return addressOf(await openParcels(storage).sheetLink({ ...sheet, answers: Object.fromEntries(open) }, []));
}

const addressOf = (fragment: string | undefined): string | undefined =>
  fragment && new URL(`open/${fragment}`, siteRoot()).href;
