import { fictitiousCreditCode, fictitiousMobile, fictitiousResidentId } from '../../kernel/identity/fictitious-numbers.ts';

/** A person of the demonstration city. Names are made up; numbers are well-formed and belong to nobody. */
export interface DemoCitizen {
  readonly key: string;
  readonly name: string;
  readonly documentType: '111' | '414';
  readonly documentNumber: string;
  readonly mobile: string;
  readonly description: string;
}

export interface DemoCompany {
  readonly key: string;
  readonly name: string;
  readonly creditCode: string;
  readonly address: string;
  /** Keys of citizens. */
  readonly legalRepresentative: string;
  readonly agents: readonly string[];
}

function citizen(key: string, name: string, serial: number, birthDate: string, description: string): DemoCitizen {
  return { key, name, documentType: '111', documentNumber: fictitiousResidentId(serial, birthDate), mobile: fictitiousMobile(serial), description };
}

export const demoCitizens: readonly DemoCitizen[] = [
  citizen('citizen', '林晓燕', 1, '19920317', '普通市民'),
  citizen('builder', '赵明远', 3, '19780622', '广安示例路桥工程有限公司法定代表人'),
  citizen('agent', '孙浩', 5, '19950908', '广安示例路桥工程有限公司经办人（已接受授权）'),
  citizen('caterer', '周慧', 2, '19860114', '广安示例餐饮有限公司法定代表人'),
  citizen('nurse', '龙㛃', 4, '19980527', '护士，姓名含生僻字'),
  citizen('rare', '𠮷振邦', 7, '19830419', '市民，姓名含扩展区汉字'),
  citizen('elder', '王秀兰', 6, '19410203', '85 岁老人，已授权林晓燕代办'),
  citizen('minority', '古丽·阿依夏木', 8, '19900801', '市民，姓名含间隔号'),
  { key: 'foreigner', name: 'Anna Müller', documentType: '414', documentNumber: 'X00T4700', mobile: fictitiousMobile(9), description: '外国人，持护照' },
];

export const demoCompanies: readonly DemoCompany[] = [
  {
    key: 'road-builder', name: '广安示例路桥工程有限公司', creditCode: fictitiousCreditCode(1), address: '四川省广安市广安区示例大道1号',
    legalRepresentative: 'builder', agents: ['agent'],
  },
  {
    key: 'caterer', name: '广安示例餐饮有限公司', creditCode: fictitiousCreditCode(2), address: '四川省广安市广安区示例街2号',
    legalRepresentative: 'caterer', agents: [],
  },
];
