import { checkUnifiedSocialCreditCode, parseTaskCode } from '@tongban/identifiers';
import { at, basis, defineRule, type Hit, type QualityRule } from '../rule.ts';
import { handlingRoleLabels } from '../../elements.contract.ts';
import { visitCodes } from '../list-codes.ts';
import { lackingLines } from '../../licence-forms.ts';

const codes = 'GB/T 39554.1—2020《全国一体化政务服务平台 政务服务事项基本目录及实施清单 第1部分：编码要求》';

/** Codes: those of the item itself, and everything elements refer to outside the version. */
export const codeRules: readonly QualityRule[] = [
  defineRule({
    id: 'task-code', version: 1, group: 'guide', severity: 'warning', title: '实施编码符合编码规则', basis: codes,
    message: '实施编码{fault}', mend: '实施编码由统一社会信用代码 18 位、行使层级 1 位、基本编码 12 位组成。',
    find: ({ taskCode, catalogCode, taskType, exerciseLevel }) => {
      if (taskCode === undefined || taskCode.trim() === '') return [];
      const parsed = parseTaskCode(taskCode);
      if (!parsed.ok) return at('taskCode', true, { fault: `“${taskCode}”：${parsed.message}` });
      return [
        ...at('taskCode', catalogCode !== undefined && catalogCode !== '' && parsed.catalogCode !== catalogCode, { fault: `里的基本编码 ${parsed.catalogCode} 与填报的 ${catalogCode ?? ''} 不同。` }),
        ...at('taskCode', parsed.taskType !== taskType, { fault: `里的事项类型 ${parsed.taskType} 与填报的 ${taskType} 不同。` }),
        ...at('taskCode', exerciseLevel !== undefined && String(parsed.level) !== exerciseLevel, { fault: `里的行使层级 ${parsed.level} 与填报的 ${exerciseLevel ?? ''} 不同。` }),
      ];
    },
  }),
  defineRule({
    id: 'handling-item-code', version: 1, group: 'guide', severity: 'warning', title: '业务办理项编码以实施编码开头', basis: codes,
    message: '业务办理项编码 {code} 不是实施编码加两位序号。', mend: '在 31 位实施编码后加 01 至 99 的序号。',
    find: ({ handlingItemCode, taskCode }) => at('handlingItemCode',
      (handlingItemCode ?? '') !== '' && !(/^[0-9A-Z]{31}(?!00)\d{2}$/.test(handlingItemCode ?? '') && (handlingItemCode ?? '').startsWith(taskCode ?? '')), { code: handlingItemCode ?? '' }),
  }),
  defineRule({
    id: 'unknown-code', version: 1, group: 'guide', severity: 'error', title: '代码都在代码表中', basis: basis.standard,
    message: '“{code}”不在代码表“{list}”中，请重新选择。', mend: '重新选择；代码表刚调整过的，选调整后的代码。',
    find: (elements, _none, { code: lookUp }) => {
      const hits: Hit[] = [];
      if (lookUp !== undefined) {
        visitCodes(elements, (list, path, code) => {
          const found = lookUp(list, code);
          if (found?.known === false) hits.push({ path, values: { code, list: found.listName } });
        });
      }
      return hits;
    },
  }),
  defineRule({
    id: 'organization-closed', version: 2, group: 'guide', severity: 'error', title: '实施主体没有撤销', basis: basis.platform,
    message: '实施主体“{name}”已经撤销或者不存在。', mend: '改为承接职责的部门；不再办理的，取消这个事项。',
    find: ({ organizationId, departmentName }, _none, { organization }) => {
      const found = organization?.(organizationId);
      return at('departmentName', found === null || found?.closed === true, { name: departmentName });
    },
  }),
  defineRule({
    id: 'organization-code', version: 2, group: 'guide', severity: 'warning', title: '实施主体有统一社会信用代码', basis: codes,
    message: '实施主体“{name}”的统一社会信用代码{fault}', mend: '在机构管理里填写正确的统一社会信用代码。',
    find: ({ organizationId, departmentName }, _none, { organization }) => {
      const found = organization?.(organizationId);
      if (!found || found.closed) return [];
      const checked = found.creditCode === null ? undefined : checkUnifiedSocialCreditCode(found.creditCode);
      return at('departmentName', !checked?.ok, { name: departmentName, fault: checked?.ok === false ? `不正确：${checked.message}` : '没有填写。' });
    },
  }),
  defineRule({
    id: 'handling-department-closed', version: 2, group: 'guide', severity: 'error', title: '办理部门没有撤销', basis: basis.platform,
    message: '办理部门“{name}”（{role}）已经撤销或者不存在。', mend: '在办理部门里换成承接职责的部门。',
    find: ({ handlingDepartments }, _none, { organization }) => handlingDepartments.flatMap(({ organizationId, name, role }, index) => {
      const found = organization?.(organizationId);
      return at(`handlingDepartments.${index}`, found === null || found?.closed === true, { name, role: handlingRoleLabels[role] });
    }),
  }),
  defineRule({
    id: 'process-unknown', version: 1, group: 'guide', severity: 'error', title: '办理流程模型存在', basis: basis.platform,
    message: '办理流程模型“{process}”不存在或者没有发布。', mend: '重新选择流程模型。',
    find: ({ handling: { mode, processKey, processVersion } }, _none, { processExists }) => at('handling.processKey',
      mode === 'platform' && processKey !== undefined && processExists?.(processKey, processVersion) === false,
      { process: `${processKey ?? ''}${processVersion === undefined ? '' : `（第 ${processVersion} 版）`}` }),
  }),
  defineRule({
    id: 'licence-type-unknown', version: 1, group: 'guide', severity: 'error', title: '证照类型存在', basis: basis.platform,
    message: '证照类型“{code}”不存在。', mend: '重新选择证照类型；还没有的，先在证照目录里新建。',
    find: ({ handling, results, materials }, _none, { licenceType }) => {
      const gone = (path: string, code: string | undefined): Hit[] => at(path, code !== undefined && licenceType?.(code) === null, { code: code ?? '' });
      return [
        ...gone('handling.licenceTypeCode', handling.licenceTypeCode),
        ...results.flatMap(({ licenceTypeCode }, index) => gone(`results.${index}.licenceTypeCode`, licenceTypeCode)),
        ...materials.flatMap(({ key, replacedByLicenceTypes }) => replacedByLicenceTypes.flatMap((code) => gone(`materials.${key}.replacedByLicenceTypes`, code))),
      ];
    },
  }),
  defineRule({
    id: 'licence-type-retired', version: 1, group: 'guide', severity: 'error', title: '证照类型没有停用', basis: basis.platform,
    message: '证照类型“{name}”已经停用，不能再作为办理结果。', mend: '换一个在用的证照类型，或者在证照目录里重新启用它。',
    find: ({ handling, results }, _none, { licenceType }) => {
      const gone = (path: string, code: string | undefined): Hit[] => {
        const type = code === undefined ? undefined : licenceType?.(code);
        return at(path, type?.retired === true, { name: type?.name ?? '' });
      };
      return [
        ...gone('handling.licenceTypeCode', handling.licenceTypeCode),
        ...results.flatMap(({ licenceTypeCode, licenceStage }, index) => (licenceStage === 'end' ? [] : gone(`results.${index}.licenceTypeCode`, licenceTypeCode))),
      ];
    },
  }),
  defineRule({
    id: 'licence-face', version: 1, group: 'guide', severity: 'warning', title: '申请表里有照面要印的字段', basis: basis.platform,
    message: '“{name}”的照面要印“{line}”，申请表“{form}”里没有这个字段，签发的证照上会没有这一行。', mend: '在申请表里增加这个字段，或者在证照目录里修改照面。',
    find: (elements, _none, { licenceType }) => {
      const type = elements.handling.licenceTypeCode === undefined ? undefined : licenceType?.(elements.handling.licenceTypeCode);
      return lackingLines(elements, type?.formLines ?? []).map(({ form, line }) => ({ path: 'handling.licenceTypeCode', values: { name: type?.name ?? '', line: line.label, form: form.name } }));
    },
  }),
  defineRule({
    id: 'standard-material-unknown', version: 1, group: 'materials', severity: 'error', title: '关联的标准材料存在', basis: basis.platform,
    message: '“{name}”关联的标准材料 {code} 不存在。', mend: '在材料库里重新选择标准材料。',
    find: ({ materials }, _none, { standardMaterial }) => materials.flatMap(({ key, name, standardCode }) =>
      at(`materials.${key}.standardCode`, standardCode !== undefined && standardMaterial?.(standardCode) === null, { name, code: standardCode ?? '' })),
  }),
  defineRule({
    id: 'standard-material-retired', version: 1, group: 'materials', severity: 'warning', title: '关联的标准材料没有停用', basis: basis.platform,
    message: '“{name}”关联的标准材料“{standard}”已经停用。', mend: '改为关联在用的标准材料。',
    find: ({ materials }, _none, { standardMaterial }) => materials.flatMap(({ key, name, standardCode }) => {
      const found = standardCode === undefined ? undefined : standardMaterial?.(standardCode);
      return at(`materials.${key}.standardCode`, found?.retired === true, { name, standard: found?.name ?? '' });
    }),
  }),
  defineRule({
    id: 'namesake', version: 1, group: 'guide', severity: 'warning', title: '同一部门没有同名的事项', basis: basis.practice,
    message: '本部门另有 {count} 个在用事项也叫“{name}”（{codes}），申请人分不清。', mend: '在名称里写出差别，或者合并、取消重复的事项。',
    find: ({ name }, _none, { namesakes = [] }) => at('name', namesakes.length > 0,
      { name, count: namesakes.length, codes: namesakes.slice(0, 3).join('、') + (namesakes.length > 3 ? '…' : '') }),
  }),
  defineRule({
    id: 'item-cycle', version: 1, group: 'guide', severity: 'error', title: '业务办理项不循环隶属', basis: basis.platform,
    message: '这个事项的上级一层层往上又回到它自己。', mend: '改正其中一个事项的上级事项。',
    find: (_elements, _none, { inCycle }) => at('name', inCycle === true),
  }),
];
