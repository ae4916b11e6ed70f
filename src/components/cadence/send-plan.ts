import { siteRoot } from '../../browser/address';
import { openParcels } from '../../browser/parcels';
import type { SharedPlan } from '../../domain/parcels/plan';

/** The address that opens a plan in another browser; undefined where it is too long, or this browser cannot pack it. */
export async function linkForPlan(storage: string, plan: SharedPlan): Promise<string | undefined> {
  const fragment = await openParcels(storage).planLink(plan);
  return fragment && new URL(`open/${fragment}`, siteRoot()).href;
}
