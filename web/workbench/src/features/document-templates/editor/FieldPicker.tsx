import { Input } from 'antd';
import { useState } from 'react';
import type { OfferedField } from '../model/words-of.ts';
import { text } from '../text.ts';

const words = text.field;

/** Fields by their names, found by typing and chosen with the arrows and Enter. */
export function FieldPicker({ fields, onPick, onClose }: { fields: readonly OfferedField[]; onPick: (field: OfferedField) => void; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const wanted = typed.trim();
  const found = fields.filter(({ label, group }) => wanted === '' || label.includes(wanted) || group.includes(wanted));
  const chosen = found[Math.min(active, found.length - 1)];
  const keys = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = Math.max(0, Math.min(found.length - 1, active + (event.key === 'ArrowDown' ? 1 : -1)));
      setActive(next);
      document.getElementById(`field-option-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (chosen) onPick(chosen);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
  };
  return (
    <div className="field-picker" onBlur={({ currentTarget, relatedTarget }) => { if (!currentTarget.contains(relatedTarget)) onClose(); }}>
      <Input
        autoFocus size="small" value={typed} maxLength={40} placeholder={words.search} aria-label={words.search} role="combobox" aria-expanded aria-controls="field-options" aria-activedescendant={chosen ? `field-option-${found.indexOf(chosen)}` : undefined}
        onChange={({ target }) => { setTyped(target.value); setActive(0); }} onKeyDown={keys}
      />
      <ul id="field-options" role="listbox" aria-label={words.insert}>
        {found.length === 0 ? <li className="muted small">{words.none}</li> : null}
        {found.map((field, index) => (
          <li key={field.path} role="presentation">
            {found[index - 1]?.group === field.group ? null : <p className="field-picker__group">{field.group}</p>}
            <button type="button" id={`field-option-${index}`} role="option" aria-selected={field === chosen} tabIndex={-1} className={field === chosen ? 'is-active' : ''} onMouseDown={(event) => event.preventDefault()} onClick={() => onPick(field)}>
              {field.label}{field.optional ? <span className="faint small">　{words.withFallback}</span> : null}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
