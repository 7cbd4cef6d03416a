import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, HolderOutlined } from '@ant-design/icons';
import { licenceTypeBounds, type LicenceFaceLine, type LicenceTypeFault } from '@tongban/server/src/modules/licences/contract.ts';
import { Button, Checkbox, Input, Select, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { Lack } from '../../../shared/form/Lack.tsx';
import type { Missing } from '../../../shared/form/use-missing.ts';
import { text } from '../text.ts';
import { withOwn, type SourceGroup } from './face-options.ts';

const words = text.types.face;
const dragged = 'text/x-face-line';

interface FaceLineRowProps {
  line: LicenceFaceLine;
  index: number;
  count: number;
  groups: readonly SourceGroup[];
  disabled: boolean;
  missing: Missing;
  warnings: readonly LicenceTypeFault[];
  onChange: (line: LicenceFaceLine) => void;
  onMove: (from: number, to: number) => void;
  onRemove: () => void;
}

/** One line of a face; moved with Alt and the arrows, the buttons, or by dragging its handle. */
export function FaceLineRow({ line, index, count, groups, disabled, missing, warnings, onChange, onMove, onRemove }: FaceLineRowProps) {
  const [over, setOver] = useState(false);
  const number = index + 1;
  const keys = (event: React.KeyboardEvent) => {
    if (disabled || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(index, index + (event.key === 'ArrowUp' ? -1 : 1));
  };
  return (
    <div
      className={`face-line${over ? ' is-over' : ''}`} role="row" aria-label={words.row(number)} onKeyDown={keys}
      onDragOver={(event) => { if (!disabled && event.dataTransfer.types.includes(dragged)) { event.preventDefault(); setOver(true); } }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => { event.preventDefault(); setOver(false); onMove(Number(event.dataTransfer.getData(dragged)), index); }}
    >
      <span role="cell">
        {disabled ? <span className="faint number">{number}</span> : (
          <button
            type="button" id={`face-${line.key}-handle`} className="face-line__handle" draggable aria-label={`${words.drag}：${line.label || words.row(number)}`} title={`${words.drag} Alt+↑ Alt+↓`}
            onDragStart={(event) => { event.dataTransfer.setData(dragged, String(index)); event.dataTransfer.effectAllowed = 'move'; }}
          >
            <HolderOutlined />
          </button>
        )}
      </span>
      <span role="cell">
        <Input id={`type-face-${index}-label`} aria-label={words.cell(number, words.label)} maxLength={licenceTypeBounds.label} disabled={disabled} value={line.label} onChange={({ target }) => onChange({ ...line, label: target.value })} />
      </span>
      <span role="cell">
        <Select
          id={`type-face-${index}-from`} aria-label={words.cell(number, words.from)} disabled={disabled} value={line.from || null} options={withOwn(groups, line)} showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={320}
          style={{ width: '100%' }} {...(warnings.length > 0 ? { status: 'warning' as const } : {})} onChange={(from: string) => onChange({ ...line, from })}
        />
      </span>
      <span role="cell" className="face-line__personal">
        <Checkbox aria-label={words.cell(number, words.personal)} disabled={disabled} checked={line.personal ?? false} onChange={({ target }) => onChange({ key: line.key, label: line.label, from: line.from, ...(target.checked ? { personal: true } : {}) })} />
      </span>
      <span role="cell" className="face-line__tools">
        {disabled ? null : (
          <>
            <Tool label={`${words.up}：${line.label}`} title={index === 0 ? words.first : `${words.up} Alt+↑`} icon={<ArrowUpOutlined />} disabled={index === 0} onPress={() => onMove(index, index - 1)} />
            <Tool label={`${words.down}：${line.label}`} title={index === count - 1 ? words.last : `${words.down} Alt+↓`} icon={<ArrowDownOutlined />} disabled={index === count - 1} onPress={() => onMove(index, index + 1)} />
            <Tool label={`${words.remove}：${line.label}`} title={words.remove} icon={<DeleteOutlined />} onPress={onRemove} />
          </>
        )}
      </span>
      {missing.of(`type-face-${index}-label`) || missing.of(`type-face-${index}-from`) || missing.of(`type-face-${index}-key`) || warnings.length > 0 ? (
        <div className="face-line__said" role="cell">
          <Lack text={missing.of(`type-face-${index}-label`)} /><Lack text={missing.of(`type-face-${index}-from`)} /><Lack text={missing.of(`type-face-${index}-key`)} />
          {warnings.map(({ message }) => <p key={message} className="face-line__warning">{message}</p>)}
        </div>
      ) : null}
    </div>
  );
}

function Tool({ label, title, icon, disabled = false, onPress }: { label: string; title: string; icon: ReactNode; disabled?: boolean; onPress: () => void }) {
  return <Tooltip title={title} mouseEnterDelay={0.6}><Button size="small" type="text" aria-label={label} icon={icon} disabled={disabled} onClick={onPress} /></Tooltip>;
}
