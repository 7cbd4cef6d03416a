import { useRef } from 'react';
import { CONTROL_GROUPS, type ControlInfo } from './edit/controls.ts';
import { addControl } from './edit/edits.ts';
import type { Designing } from './designing.ts';
import { useDraggable } from './dragging.ts';
import { spotAfter } from './spot-after.ts';

/** Every control, to be dragged into the form or put after what is chosen by a press (FRM-01). */
export function Palette({ designing }: { readonly designing: Designing }) {
  return (
    <div className="fd-palette">
      {CONTROL_GROUPS.map(({ label, controls }) => (
        <section key={label} aria-label={label}>
          <h3>{label}</h3>
          <ul>{controls.map((info) => <li key={info.control}><PaletteButton info={info} designing={designing} /></li>)}</ul>
        </section>
      ))}
    </div>
  );
}

function PaletteButton({ info, designing }: { readonly info: ControlInfo; readonly designing: Designing }) {
  const element = useRef<HTMLDivElement>(null);
  const isDragging = useDraggable(element, { kind: 'control', control: info.control });
  const { definition, selected, apply } = designing;
  const add = (): void => apply(addControl(definition, info.control, spotAfter(definition, selected, info.control)), 'add', true);
  // Not a button element: Firefox does not let those be dragged.
  return (
    <div
      role="button" tabIndex={0} ref={element} className="fd-palette__control" data-control={info.control} data-dragging={isDragging || undefined} title={`${info.hint}。拖到表单里，或者按一下放在所选内容之后`}
      onClick={add}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        add();
      }}
    >
      {info.label}
    </div>
  );
}
