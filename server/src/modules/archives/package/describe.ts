import { channelNames } from '../../../kernel/context.ts';
import { identityCheckLabels } from '../../../kernel/window-devices/contract.ts';
import { archivePartLabels, retentionLabel, type ArchivedFile } from '../contract.ts';
import { labelOfAction, pointsOf, presentAgent, type ActionRow, type CaseRecord, type MaterialRow, type NoticeRow } from '../../cases/index.ts';
import { node, writeXml, type XmlNode } from './xml.ts';

/** What the archive itself adds to what is known of a case. */
export interface ArchiveFacts {
  number: string;
  edition: number;
  retentionYears: number | null;
  ending: string;
  archivedAt: Date;
  archivedBy: string;
}

const each = <T>(name: string, list: readonly T[], describe: (one: T) => XmlNode[]): XmlNode[] => list.map((one) => ({ name, content: describe(one) }));
const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

/** 基本信息: what the case is, whose, how it ended, how long it is kept; no number of a person is in it. */
export function describeCase(record: CaseRecord, materials: readonly MaterialRow[], notices: readonly NoticeRow[], facts: ArchiveFacts): string {
  const agent = presentAgent(record);
  return writeXml({
    name: '基本信息', content: [
      ...node('档号', facts.number), ...node('归档次数', facts.edition), ...node('保管期限', retentionLabel(facts.retentionYears)),
      ...node('办件编号', record.number), ...node('事项名称', record.itemName), ...node('办理项', record.situationName === '' ? null : record.situationName), ...node('标题', record.title),
      ...node('申请人', record.applicantName), ...node('申请人类型', record.applicantKind === 'company' ? '法人' : '自然人'),
      ...(agent === null ? [] : [{ name: '到场办理人', content: [...node('身份', agent.role), ...node('姓名', agent.name), ...node('授权', agent.authorityLabel), ...node('身份核验', identityCheckLabels[agent.identifiedBy])] }]),
      ...node('办理人', record.filerKind === 'self' ? null : record.filerName), ...node('申请渠道', channelNames[record.channel] ?? record.channel),
      ...node('实施部门', record.organizationName), ...node('行政区划代码', record.regionCode),
      ...node('申请时间', instant(record.submittedAt)), ...node('办结时间', instant(record.closedAt)), ...node('办结方式', facts.ending),
      ...node('归档时间', instant(facts.archivedAt)), ...node('归档人', facts.archivedBy),
      ...node('结果', record.result === null ? null : [...node('名称', record.result.name), ...node('电子证照标识', record.result.identifier)]),
      {
        name: '材料', content: each('材料', materials, ({ name, round, source, files, licence }) => [
          ...node('名称', name), ...node('轮次', round), ...node('来源', sources[source]), ...node('证照', licence === null ? null : `${licence.name} ${licence.number}`), ...node('文件数', files.length),
        ]),
      },
      { name: '文书', content: each('文书', notices, ({ title, documentNumber, organizationName, issuedAt }) => [...node('名称', title), ...node('文号', documentNumber), ...node('机关', organizationName), ...node('时间', instant(issuedAt))]) },
    ],
  });
}

const sources: Readonly<Record<MaterialRow['source'], string>> = { upload: '上传', licence: '电子证照', paper: '纸质，另行归档', form: '随申请表', none: '免交' };

/** 过程信息: every action of the case in its order, by whom, with opinions and the review points behind them. */
export function describeProcess(actions: readonly ActionRow[], materials: readonly MaterialRow[]): string {
  const nameOf = (key: string | undefined): string | null => materials.find((material) => material.key === key)?.name ?? null;
  return writeXml({
    name: '过程信息', content: each('环节', actions, (action) => [
      ...node('序号', action.sequence), ...node('名称', labelOfAction(action, actions)), ...node('时间', instant(action.at)),
      ...node('经办', action.actorName), ...node('部门', action.organizationName), ...node('意见', action.opinion),
      ...each('审查要点', pointsOf(action), ({ materialKey, condition, text, satisfied, remark }) => [
        ...node('受理条件', condition ?? null), ...node('材料', nameOf(materialKey)), ...node('内容', text), ...node('核对结果', satisfied ? '符合' : '不符合'), ...node('说明', remark),
      ]),
    ]),
  });
}

/** 目录: every file with its size and digest, so that a change of a single byte is found without this platform. */
export function describeFiles(files: readonly ArchivedFile[]): string {
  return writeXml({
    name: '目录', content: each('文件', files, ({ path, part, name, mediaType, size, digest }) => [
      ...node('位置', path), ...node('类别', archivePartLabels[part]), ...node('名称', name), ...node('格式', mediaType), ...node('字节数', size), ...node('SM3', digest),
    ]),
  });
}

/** 说明文件: what somebody finds first who opens the package in thirty years. */
export function describePackage(record: CaseRecord, { number, edition, retentionYears }: ArchiveFacts): string {
  return [
    '政务服务事项电子档案包', '',
    `档号：${number}（第 ${edition} 次归档）`, `办件编号：${record.number}`, `事项：${record.itemName}`, `部门：${record.organizationName}`, `保管期限：${retentionLabel(retentionYears)}`, '',
    '基本信息.xml　办件、申请人、材料和文书', '过程信息.xml　办理过程，每一环节的时间、经办人、意见和核对的审查要点', '目录.xml　　　包内每个文件的大小和 SM3 摘要',
    '申请表/　　　　每次提交的申请内容', '申请材料/　　　申请人交的材料，补正前后的都在', '文书/　　　　　带电子签章的文书', '结果/　　　　　签发的电子证照', '签名/　　　　　当事人在窗口签收的签名', '过程附件/　　　办理中附上的其他文件', '',
    '文书和证照的电子签章可以离线验证；目录中的摘要按 GB/T 32905（SM3）计算。', '',
  ].join('\r\n');
}
