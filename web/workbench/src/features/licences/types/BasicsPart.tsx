import { listOrganizations } from '@tongban/server/src/kernel/organization/contract.ts';
import { licenceHolderKinds, licenceTypeBounds, listLicenceTypes } from '@tongban/server/src/modules/licences/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Radio, Tooltip } from 'antd';
import { api } from '../../../shared/api.ts';
import { OrganizationPicker } from '../../../shared/OrganizationPicker.tsx';
import { Panel } from '../../../shared/page/Page.tsx';
import { text } from '../text.ts';
import type { PartProps } from './part-props.ts';

const words = text.types.basics;

/** The code in the catalogue; written only for a new type. */
export interface CodeProps { value: string; onChange?: (code: string) => void }

interface BasicsPartProps extends PartProps { code: CodeProps; changeTypeCode: boolean; issuerName: string | undefined }

/** Name, codes, issuer, holder and sentence. */
export function BasicsPart({ content, change, missing, disabled, code, changeTypeCode, issuerName }: BasicsPartProps) {
  return (
    <Panel title={words.title}>
      <Form layout="vertical" requiredMark={false} component="div" className="licence-type__grid">
        <Form.Item label={words.name} htmlFor="type-name" {...missing.item('type-name')}>
          <Input id="type-name" maxLength={licenceTypeBounds.name} disabled={disabled} placeholder={words.nameHint} value={content.name} onChange={({ target }) => change({ name: target.value })} />
        </Form.Item>
        <Form.Item label={words.issuer} htmlFor="type-issuerId" {...missing.item('type-issuerId')}>
          <OrganizationPicker id="type-issuerId" value={content.issuerId ?? undefined} name={issuerName} disabled={disabled} placeholder={words.issuerHint} onChange={(chosen) => change({ issuerId: chosen?.id ?? null })} />
        </Form.Item>
        <Form.Item label={words.typeCode} htmlFor="type-typeCode" className="is-wide" extra={changeTypeCode ? words.typeCodeHint : words.typeCodeFixed} {...missing.item('type-typeCode')}>
          <div className="licence-type__with">
            <Input
              id="type-typeCode" className="number" maxLength={licenceTypeBounds.typed} disabled={disabled || !changeTypeCode} value={content.typeCode} suffix={<span className="faint small number">{content.typeCode.replaceAll(/\s/g, '').length}/{licenceTypeBounds.typeCode}</span>}
              onChange={({ target }) => change({ typeCode: target.value.toUpperCase() })}
            />
            {disabled || !changeTypeCode ? null : <FillCode issuerId={content.issuerId} onFill={(typeCode) => change({ typeCode })} />}
          </div>
        </Form.Item>
        <Form.Item label={words.holder}>
          <Radio.Group
            aria-label={words.holder} disabled={disabled} value={content.holderKind} options={licenceHolderKinds.map((value) => ({ value, label: text.types.holders[value] }))}
            onChange={({ target }) => change({ holderKind: licenceHolderKinds.find((one) => one === target.value) ?? 'any' })}
          />
        </Form.Item>
        <Form.Item label={words.code} htmlFor="type-code" extra={code.onChange ? words.codeHint : words.codeFixed} {...missing.item('type-code')}>
          <Input id="type-code" className="number" maxLength={licenceTypeBounds.code} disabled={disabled || !code.onChange} placeholder={words.codeAuto} value={code.value} onChange={({ target }) => code.onChange?.(target.value)} />
        </Form.Item>
        <Form.Item label={words.statement} htmlFor="type-statement" className="is-wide" style={{ marginBottom: 0 }}>
          <Input.TextArea id="type-statement" autoSize={{ minRows: 2, maxRows: 6 }} maxLength={licenceTypeBounds.statement} disabled={disabled} placeholder={words.statementHint} value={content.statement} onChange={({ target }) => change({ statement: target.value })} />
        </Form.Item>
      </Form>
    </Panel>
  );
}

/** The code of the issuer with the next serial that none of its types has. */
function FillCode({ issuerId, onFill }: { issuerId: string | null; onFill: (typeCode: string) => void }) {
  const organizations = useQuery({ queryKey: [listOrganizations.id, 'picker'], staleTime: 300_000, queryFn: () => api.call(listOrganizations, { query: {} }) });
  const creditCode = organizations.data?.items.find(({ id }) => id === issuerId)?.code ?? '';
  const fill = async () => {
    const { items } = await api.call(listLicenceTypes, { query: { q: creditCode, limit: 100 } });
    const last = Math.max(0, ...items.filter(({ typeCode }) => typeCode.startsWith(creditCode)).map(({ typeCode }) => Number(typeCode.slice(18))).filter((serial) => serial < 999));
    onFill(`${creditCode}${String(last + 1).padStart(3, '0')}`);
  };
  const lack = issuerId === null ? words.fillLack : organizations.data && creditCode.length !== 18 ? words.fillNoCode : undefined;
  return <Tooltip title={lack}><Button disabled={lack !== undefined || !organizations.data} onClick={() => { void fill(); }}>{words.fill}</Button></Tooltip>;
}
