import { useEffect, useState } from 'react';
import { type ControlAttributes, type ControlProps, textOf } from '../control-props.ts';
import { type RegionOption, type RegionSource, useRenderScope } from '../form-environment.ts';

const LEVELS = ['省', '市', '县（市、区）', '乡镇（街道）', '村（社区）'] as const;
const LENGTHS = [2, 4, 6, 9, 12] as const;
const LOWEST = { province: 1, city: 2, county: 3, town: 4, village: 5 } as const;

interface RegionPickerProps {
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly control: ControlAttributes;
  readonly within: string | undefined;
  readonly depth: number;
}

/** Levels of a region as lists to choose from, each below the one before. */
export function RegionPicker({ value, onChange, control, within, depth }: RegionPickerProps) {
  const { regions } = useRenderScope();
  const code = textOf(value);
  if (regions === undefined) {
    return (
      <input {...control} className="tbf-input" type="text" inputMode="numeric" autoComplete="off" placeholder="行政区划代码" value={code}
        onChange={(event) => onChange(event.target.value || undefined)} />
    );
  }
  const root = within === undefined ? '' : within.padEnd(12, '0');
  const first = levelOf(root);
  const reached = Math.max(first, levelOf(code));
  const shown = Array.from({ length: Math.max(1, Math.min(depth, reached + 1) - first) }, (_, offset) => first + offset);
  return (
    <span className="tbf-regions">
      {shown.map((level, index) => (
        <LevelSelect
          key={level} regions={regions} parent={level === 0 ? undefined : level === first ? root : ancestor(code, level)} selected={ancestor(code, level + 1)}
          control={{ ...control, id: index === 0 ? control.id : `${control.id}-${level}`, 'aria-label': `${control['aria-label'] ?? ''} ${LEVELS[level] ?? ''}`.trim() }}
          onSelect={(next) => onChange(next === '' ? (level === first ? undefined : ancestor(code, level)) : next)}
        />
      ))}
    </span>
  );
}

/** Levels a code reaches down to: 0 for none, 5 for a village. */
function levelOf(code: string): number {
  if (!/^\d{12}$/.test(code)) return 0;
  const significant = code.replace(/0+$/, '').length;
  return LENGTHS.findIndex((length) => significant <= length) + 1;
}

/** The region at the given level above a code; empty when the code does not reach it. */
function ancestor(code: string, level: number): string {
  return levelOf(code) < level ? '' : code.slice(0, LENGTHS[level - 1]).padEnd(12, '0');
}

interface LevelSelectProps {
  readonly regions: RegionSource;
  readonly parent: string | undefined;
  readonly selected: string;
  readonly control: ControlAttributes;
  readonly onSelect: (code: string) => void;
}

type Loaded = { readonly parent: string | undefined; readonly options: readonly RegionOption[] | 'failed' };

function LevelSelect({ regions, parent, selected, control, onSelect }: LevelSelectProps) {
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    let current = true;
    const keep = (options: Loaded['options']): void => { if (current) setLoaded({ parent, options }); };
    regions.list(parent).then(keep, () => keep('failed'));
    return () => { current = false; };
  }, [regions, parent]);
  const options = loaded !== undefined && loaded.parent === parent ? loaded.options : undefined;
  if (options === 'failed') return <span className="tbf-note" role="status">地区列表没有取到，请刷新页面再试。</span>;
  if (options?.length === 0) return null;
  const known = options ?? (selected === '' ? [] : [{ code: selected, name: regions.nameOf(selected) ?? '……' }]);
  return (
    <select {...control} className="tbf-input tbf-select" autoComplete="off" aria-busy={options === undefined || undefined} value={selected} onChange={(event) => onSelect(event.target.value)}>
      <option value="">请选择</option>
      {known.map((option) => <option key={option.code} value={option.code}>{option.name}</option>)}
    </select>
  );
}

/** A region down to the level the form asks for. */
export function RegionControl({ field, value, onChange, control }: ControlProps<'region'>) {
  return <RegionPicker value={value} onChange={onChange} within={field.within} depth={LOWEST[field.lowestLevel ?? 'village']} control={{ ...control, 'aria-label': control['aria-label'] ?? field.label }} />;
}
