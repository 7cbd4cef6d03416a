import type { Element, Services } from '../../../shared/diagram/services.ts';

/** Between two steps in a row. */
const gap = 60;

/** Moves what stands to the right of a shape that was put into a flow, so that neither covers the other. */
export function makeRoom(get: <Name extends keyof Services>(name: Name) => Services[Name], shape: Element): void {
  const [into, out] = [shape.incoming ?? [], shape.outgoing ?? []];
  const [from, to] = [into[0]?.source, out[0]?.target];
  if (into.length !== 1 || out.length !== 1 || !from || !to || from.x + from.width > to.x) return;
  const modeling = get('modeling');
  const behind = (x: number): Element[] => get('elementRegistry').getAll().filter((one) => one.parent === shape.parent && one.waypoints === undefined && one.labelTarget === undefined && one !== shape && one.x >= x);
  const back = Math.max(0, from.x + from.width + gap - shape.x);
  const by = shape.x + back + shape.width + gap - to.x;
  if (by > 0) modeling.createSpace(behind(to.x), [], { x: by, y: 0 }, 'e', to.x - 1);
  if (back > 0) modeling.createSpace([shape], [], { x: back, y: 0 }, 'e', shape.x - 1);
  // Drawn anew, because the old bends belong to where things were.
  for (const flow of [...into, ...out]) modeling.layoutConnection(flow, { waypoints: [] });
}
