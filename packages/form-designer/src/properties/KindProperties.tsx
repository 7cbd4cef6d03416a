import type { Field } from '@tongban/form-model';
import { parseYuan, yuanText } from '@tongban/form-renderer';
import { IDENTITY_DOCUMENT_TYPES } from '@tongban/identifiers';
import type { ReactNode } from 'react';
import type { Designing } from '../designing.ts';
import { ChecksEditor } from './ChecksEditor.tsx';
import { ChoiceProperty, ChoicesProperty, FlagProperty, NumberProperty, TextProperty } from './inputs.tsx';
import { OptionsEditor } from './OptionsEditor.tsx';

interface KindProps {
  readonly field: Field;
  readonly disabled: boolean;
  readonly change: (changes: Readonly<Record<string, unknown>>) => void;
  readonly designing: Designing;
}

const LEVELS = [{ value: 'province', label: '省' }, { value: 'city', label: '市' }, { value: 'county', label: '县（市、区）' }, { value: 'town', label: '乡镇（街道）' }, { value: 'village', label: '村（社区）' }];
const DOCUMENTS = Object.entries(IDENTITY_DOCUMENT_TYPES).map(([value, label]) => ({ value, label }));
const FILES = ['pdf', 'jpg', 'png', 'ofd', 'docx', 'xlsx', 'zip'].map((value) => ({ value, label: value }));

/** What only this kind of field has: limits, options, where a region lies. */
export function KindProperties({ field, disabled, change, designing }: KindProps): ReactNode {
  switch (field.type) {
    case 'text':
      return (
        <>
          <Range words={['最少字数', '最多字数']} keys={['minLength', 'maxLength']} least={1} most={1_000} field={field} disabled={disabled} change={change} />
          <TextProperty label="格式规则（正则表达式）" value={field.pattern} maxLength={200} disabled={disabled} onChange={(pattern) => change(pattern === undefined ? { pattern, patternMessage: undefined } : { pattern, patternMessage: field.patternMessage ?? `请按要求填写“${field.label}”。`.slice(0, 200) })} />
          {field.pattern === undefined ? null : <TextProperty label="格式不符时怎么提示" value={field.patternMessage} required maxLength={200} disabled={disabled} onChange={(patternMessage) => change({ patternMessage })} />}
        </>
      );
    case 'multiline':
      return (
        <>
          <Range words={['最少字数', '最多字数']} keys={['minLength', 'maxLength']} least={1} most={10_000} field={field} disabled={disabled} change={change} />
          <NumberProperty label="显示几行" value={field.lines} minimum={2} maximum={30} disabled={disabled} onChange={(lines) => change({ lines })} />
        </>
      );
    case 'number':
      return (
        <>
          <div className="fd-pair">
            <NumberProperty label="不小于" value={field.minimum} integer={false} disabled={disabled} onChange={(minimum) => change({ minimum })} />
            <NumberProperty label="不大于" value={field.maximum} integer={false} disabled={disabled} onChange={(maximum) => change({ maximum })} />
          </div>
          <div className="fd-pair">
            <NumberProperty label="小数位数" value={field.decimals} minimum={0} maximum={6} disabled={disabled} onChange={(decimals) => change({ decimals })} />
            <TextProperty label="单位" value={field.unit} maxLength={20} disabled={disabled} onChange={(unit) => change({ unit })} />
          </div>
        </>
      );
    case 'money':
      return <div className="fd-pair"><YuanProperty label="不少于（元）" name="minimum" value={field.minimum} disabled={disabled} change={change} /><YuanProperty label="不多于（元）" name="maximum" value={field.maximum} disabled={disabled} change={change} /></div>;
    case 'date':
    case 'dateRange':
      return <div className="fd-pair"><DayProperty label="不早于" name="minimum" value={field.minimum} disabled={disabled} change={change} /><DayProperty label="不晚于" name="maximum" value={field.maximum} disabled={disabled} change={change} /></div>;
    case 'choice':
      return <OptionsEditor field={field} disabled={disabled} change={change} />;
    case 'choices':
      return (
        <>
          <OptionsEditor field={field} disabled={disabled} change={change} />
          <Range words={['至少选几项', '最多选几项']} keys={['minimumChoices', 'maximumChoices']} least={1} most={500} field={field} disabled={disabled} change={change} />
        </>
      );
    case 'boolean':
      return (
        <>
          <FlagProperty label="必须勾选（承诺、声明）" value={field.mustBeTrue} disabled={disabled} onChange={(mustBeTrue) => change({ mustBeTrue })} />
          {field.mustBeTrue === true ? null : <div className="fd-pair"><TextProperty label="“是”写作" value={field.trueLabel} maxLength={120} disabled={disabled} onChange={(trueLabel) => change({ trueLabel })} /><TextProperty label="“否”写作" value={field.falseLabel} maxLength={120} disabled={disabled} onChange={(falseLabel) => change({ falseLabel })} /></div>}
        </>
      );
    default:
      return <OtherProperties field={field} disabled={disabled} change={change} designing={designing} />;
  }
}

function OtherProperties({ field, disabled, change, designing }: KindProps): ReactNode {
  switch (field.type) {
    case 'region':
      return (
        <>
          <ChoiceProperty label="至少选到哪一级" value={field.lowestLevel} disabled={disabled} options={LEVELS} onChange={(lowestLevel) => change({ lowestLevel })} />
          <WithinProperty value={field.within} disabled={disabled} change={change} />
        </>
      );
    case 'address':
      return <><FlagProperty label="必须选所在地区" value={field.regionRequired} disabled={disabled} onChange={(regionRequired) => change({ regionRequired })} /><WithinProperty value={field.within} disabled={disabled} change={change} /></>;
    case 'identityDocument':
      return <ChoicesProperty label="接受的证件" value={field.documentTypes} disabled={disabled} options={DOCUMENTS} onChange={(documentTypes) => change({ documentTypes })} />;
    case 'organization':
      return <FlagProperty label="统一社会信用代码必填" value={field.codeRequired} disabled={disabled} onChange={(codeRequired) => change({ codeRequired })} />;
    case 'attachment':
      return (
        <>
          <NumberProperty label="最多几个文件" value={field.maximumFiles} minimum={1} maximum={50} disabled={disabled} onChange={(maximumFiles) => change({ maximumFiles })} />
          <ChoicesProperty label="接受的文件" value={field.extensions} disabled={disabled} options={FILES} onChange={(extensions) => change({ extensions })} />
        </>
      );
    case 'image':
      return <NumberProperty label="最多几张" hint="没有填写时为 1 张；接受 JPG 和 PNG。" value={field.maximumFiles} minimum={1} maximum={20} disabled={disabled} onChange={(maximumFiles) => change({ maximumFiles })} />;
    case 'table':
      return (
        <>
          <TextProperty label="一行叫什么" hint="如“成员”，按钮写作“增加一个成员”。" value={field.rowName} maxLength={20} disabled={disabled} onChange={(rowName) => change({ rowName })} />
          <Range words={['至少几行', '最多几行']} keys={['minimumRows', 'maximumRows']} least={1} most={200} field={field} disabled={disabled} change={change} />
          <ChecksEditor title="每一行的校验" checks={field.checks ?? []} fields={field.columns} tableId={field.id} designing={designing} onChange={(checks) => change({ checks: checks.length === 0 ? undefined : checks })} most={20} />
        </>
      );
    default:
      return null;
  }
}

function Range({ words, keys, least, most, field, disabled, change }: {
  readonly words: readonly [string, string]; readonly keys: readonly [string, string]; readonly least: number; readonly most: number;
  readonly field: Field; readonly disabled: boolean; readonly change: KindProps['change'];
}) {
  const valueOf = (key: string): number | undefined => { const value: unknown = Reflect.get(field, key); return typeof value === 'number' ? value : undefined; };
  return (
    <div className="fd-pair">
      {keys.map((key, index) => <NumberProperty key={key} label={words[index] ?? key} value={valueOf(key)} minimum={least} maximum={most} disabled={disabled} onChange={(value) => change({ [key]: value })} />)}
    </div>
  );
}

interface BoundProps { readonly label: string; readonly name: string; readonly disabled: boolean; readonly change: KindProps['change'] }

function YuanProperty({ label, name, value, disabled, change }: BoundProps & { readonly value: number | undefined }) {
  return <TextProperty label={label} value={yuanText(value)} maxLength={20} disabled={disabled} check={(text) => (typeof parseYuan(text) === 'string' ? '请填写金额，最多两位小数。' : undefined)} onChange={(text) => change({ [name]: parseYuan(text ?? '') })} />;
}

function DayProperty({ label, name, value, disabled, change }: BoundProps & { readonly value: string | undefined }) {
  return (
    <TextProperty
      label={label} hint="某一天，如 2026-01-01，或者“今天”。" value={value === 'today' ? '今天' : value} maxLength={10} disabled={disabled}
      check={(text) => (text === '' || text === '今天' || /^\d{4}-\d{2}-\d{2}$/.test(text) ? undefined : '请写成 2026-01-01 的样子，或者“今天”。')} onChange={(text) => change({ [name]: text === '今天' ? 'today' : text })}
    />
  );
}

function WithinProperty({ value, disabled, change }: { readonly value: string | undefined; readonly disabled: boolean; readonly change: KindProps['change'] }) {
  return <TextProperty label="限于哪个区划（代码）" hint="6、9 或 12 位代码，如 511602；不填为不限。" value={value} maxLength={12} disabled={disabled} check={(text) => (/^(?:\d{6}(?:\d{3}|\d{6})?)?$/.test(text) ? undefined : '请填写 6、9 或 12 位数字的区划代码。')} onChange={(within) => change({ within })} />;
}
