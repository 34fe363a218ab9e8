/** What calendars, address books and personnel systems really write, each file through the command line. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Coach, coach } from '../../helpers/coach.ts';
import { tempFolder } from '../../helpers/run.ts';
import type { Interactions, People } from '../../helpers/shapes.ts';

interface Report {
  people: { added: number; updated: number; unchanged: number };
  skipped: Array<{ where: string; why: string }>;
  warnings: string[];
}

/** Sam's netcoach; Sam is in every calendar below. */
async function sam(): Promise<Coach> {
  const c = coach('2026-11-25');
  await c.json('me', '--name', 'Sam Ortiz', '--email', 'sam.ortiz@corp.example');
  await c.json('me', '--company', 'Northwind', '--team', 'Billing');
  return c;
}

async function take(c: Coach, source: string, text: string, name = `in.${source}`) {
  const path = join(tempFolder(), name);
  writeFileSync(path, text);
  return c.json<Report>('import', source, path);
}

type Row = [string, string | null, string | null, string | null, string | null];

/** Name, company, team, role and first address of everyone. */
async function rows(c: Coach): Promise<Row[]> {
  const { people } = await c.json<People>('people');
  return people.map(({ name, company, team, role, email }) => [name, company, team, role, email]);
}

const event = (...lines: string[]) =>
  ['BEGIN:VEVENT', 'UID:e1', 'SUMMARY:Sync', ...lines, 'END:VEVENT'].join('\r\n');

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//x//EN', ...lines, 'END:VCALENDAR', ''].join(
    '\r\n',
  );

const guest = (cn: string, mail: string, more = '') =>
  `ATTENDEE;PARTSTAT=ACCEPTED${more};CN=${cn}:mailto:${mail}`;

const LEA = guest('Lea Moreau', 'lea@corp.example');

describe('the last meeting of a series that has ended', () => {
  it.each<[what: string, lines: string[], last: string]>([
    [
      'Paris, by its Windows name',
      [
        'DTSTART;TZID=Romance Standard Time:20261007T090000',
        'RRULE:FREQ=WEEKLY;UNTIL=20261104T080000Z',
      ],
      '2026-11-04',
    ],
    [
      'Sydney, where the instant is on the day before',
      [
        'DTSTART;TZID=AUS Eastern Standard Time:20261007T080000',
        'RRULE:FREQ=WEEKLY;UNTIL=20261103T210000Z',
      ],
      '2026-11-04',
    ],
    [
      'India, at half past',
      [
        'DTSTART;TZID=India Standard Time:20261005T093000',
        'RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20261102T040000Z',
      ],
      '2026-11-02',
    ],
    [
      'all day, ended at midnight in Berlin',
      ['DTSTART;VALUE=DATE:20261007', 'RRULE:FREQ=WEEKLY;UNTIL=20261103T230000Z'],
      '2026-11-04',
    ],
    [
      'all day, ended at midnight in New York',
      ['DTSTART;VALUE=DATE:20261007', 'RRULE:FREQ=WEEKLY;UNTIL=20261104T050000Z'],
      '2026-11-04',
    ],
    [
      'a name as Outlook shows it',
      [
        'DTSTART;TZID="(UTC+09:00) Osaka, Sapporo, Tokyo":20261007T080000',
        'RRULE:FREQ=WEEKLY;UNTIL=20261103T230000Z',
      ],
      '2026-11-04',
    ],
    [
      'a zone with the name of no other program',
      [
        'DTSTART;TZID=Customized Time Zone 1:20261007T080000',
        'RRULE:FREQ=WEEKLY;UNTIL=20261104T023000Z',
      ],
      '2026-11-04',
    ],
  ])('%s', async (what, lines, last) => {
    const c = await sam();
    const zone = what.includes('no other')
      ? 'BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone 1\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530\r\nEND:STANDARD\r\nEND:VTIMEZONE'
      : 'CALSCALE:GREGORIAN';
    await take(c, 'calendar', calendar(zone, event(...lines, LEA)));
    const { interactions } = await c.json<Interactions>('interactions');
    expect(interactions[0]?.date).toBe(last);
    expect(interactions).toHaveLength(5);
  });
});

describe('a guest', () => {
  it.each<[cn: string, mail: string, name: string, company: string | null]>([
    ['"Lang, Dr. Heike"', 'heike.lang@acme.example', 'Dr. Heike Lang', null],
    ['"Grant, Isla (London)"', 'isla.grant@acme.example', 'Isla Grant', null],
    [`"'Okafor, Mira'"`, 'mira.okafor@acme.example', 'Mira Okafor', null],
    ['MÜLLER Jörg (DE-VA)', 'joerg.mueller@acme.example', 'Jörg Müller', null],
    ['"Patel, Asha [C]"', 'asha.patel@acme.example', 'Asha Patel', null],
    ['Asha Patel (Contoso)', 'asha@contoso.example', 'Asha Patel', 'Contoso'],
    ['"Weber, Anna - Extern"', 'anna.weber@acme.example', 'Anna Weber', null],
    ['"Dubois, Jean-Marc /FR/EXT"', 'jm.dubois@acme.example', 'Jean-Marc Dubois', null],
    ['de Vries Anneke', 'anneke.devries@acme.example', 'Anneke de Vries', null],
    ['"van der Berg, Pieter"', 'p.vdberg@acme.example', 'Pieter van der Berg', null],
    ['"Kowalska-Nowak, Ewa (she/her)"', 'ewa.k@acme.example', 'Ewa Kowalska-Nowak', null],
    ['"Smith, John (Contractor - Acme)"', 'john.smith@x.example', 'John Smith', null],
    ['"ext-Rossi, Marco"', 'ext-marco.rossi@acme.example', 'Marco Rossi', null],
  ])('written %s is called as spoken', async (cn, mail, name, company) => {
    const c = await sam();
    await take(c, 'calendar', calendar(event('DTSTART:20261104T090000Z', guest(cn, mail))));
    expect((await rows(c)).map(([one, where]) => [one, where])).toEqual([[name, company]]);
  });

  it.each<[cn: string, mail: string]>([
    ['HQ 4.12 (12 Pers.)', 'hq-412@corp.example'],
    ['Konferenzraum Alster', 'alster@corp.example'],
    ['Sala Ejecutiva 2', 'ejecutiva2@corp.example'],
    ['MTR-Berlin-05', 'mtr-berlin-05@corp.example'],
    ['"Paris - Salle Monet (6)"', 'monet@corp.example'],
    ['Besprechung EG links', 'besprechung.eg@corp.example'],
    ['Vergaderzaal Rembrandt', 'rembrandt@corp.example'],
    ['Firmenwagen 3', 'wagen3@corp.example'],
    ['Surface Hub 2. OG', 'hub2@corp.example'],
    ['Fireflies.ai Notetaker Sam', 'fred@fireflies.example'],
    ['read.ai meeting notes', 'executive.assistant@e.read.example'],
    ['Otter Assistant', 'otter@meet.example'],
    ['Gelöschter Benutzer', 'x1@corp.example'],
    ['Utilisateur supprimé', 'x2@corp.example'],
    ['Usuario eliminado', 'x3@corp.example'],
    ['IT Helpdesk', 'helpdesk@corp.example'],
    ['Sekretariat', 'sekretariat@corp.example'],
    ['Payroll Team', 'payroll@corp.example'],
    ['Accounts Payable', 'ap@corp.example'],
    ['Info', 'info@corp.example'],
  ])('%s <%s> is nobody', async (cn, mail) => {
    const c = await sam();
    const text = calendar(event('DTSTART:20261104T090000Z', LEA, guest(cn, mail)));
    await take(c, 'calendar', text);
    expect((await rows(c)).map(([name]) => name)).toEqual(['Lea Moreau']);
  });

  it.each([
    ['Tom Raum', 'tom.raum@corp.example'],
    ['Adrian Room', 'adrian.room@corp.example'],
    ['Ai Nakamura', 'ai.nakamura@corp.example'],
    ['Claude Bernard', 'claude.bernard@corp.example'],
    ['Info Marchetti', 'info.marchetti@corp.example'],
    ['Sal Salle', 'sal@corp.example'],
  ])('%s is somebody', async (name, mail) => {
    const c = await sam();
    await take(c, 'calendar', calendar(event('DTSTART:20261104T090000Z', guest(name, mail))));
    expect((await rows(c)).map(([one]) => one)).toEqual([name]);
  });
});

const card = (...lines: string[]) =>
  `${['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD'].join('\r\n')}\r\n`;

describe('a card', () => {
  it.each<[what: string, lines: string[], row: Row]>([
    [
      'shown as a company that holds only a family name',
      ['FN:Brandt GmbH', 'N:Weber;;;Frau;', 'ORG:Brandt GmbH;', 'X-ABShowAs:COMPANY'],
      ['Weber', 'Brandt GmbH', null, null, null],
    ],
    [
      'whose display name is the company',
      ['FN:Brandt GmbH', 'N:Weber;Anna;;;', 'ORG:Brandt GmbH', 'TITLE:Buyer', 'KIND:individual'],
      ['Anna Weber', 'Brandt GmbH', null, 'Buyer', null],
    ],
    [
      'marked as an organisation by mistake',
      ['FN:Anna Weber', 'N:Weber;Anna;;;', 'ORG:Brandt GmbH', 'KIND:org'],
      ['Anna Weber', 'Brandt GmbH', null, null, null],
    ],
    [
      'with the preferred address second',
      ['FN:Anna Weber', 'EMAIL;TYPE=HOME:a@home.example', 'EMAIL;TYPE=WORK,PREF:a@work.example'],
      ['Anna Weber', null, null, null, 'a@work.example'],
    ],
    [
      'with its name turned round and the company behind it',
      ['FN:Weber\\, Anna (Brandt GmbH)', 'EMAIL:anna.weber@brandt.example'],
      ['Anna Weber', 'Brandt GmbH', null, null, 'anna.weber@brandt.example'],
    ],
    [
      'with the company before the name',
      ['FN:Brandt GmbH - Anna Weber', 'N:Weber;Anna;;;', 'ORG:Brandt GmbH'],
      ['Anna Weber', 'Brandt GmbH', null, null, null],
    ],
  ])('%s', async (_what, lines, row) => {
    const c = await sam();
    await take(c, 'vcard', card(...lines));
    expect(await rows(c)).toEqual([row]);
  });

  it.each([
    [['FN:Café Atlantik', 'ORG:Café Atlantik;', 'X-ABShowAs:COMPANY', 'N:;;;;']],
    [['FN:Alle Lehrer', 'KIND:group', 'MEMBER:urn:uuid:1']],
    [['FN:Brandt GmbH', 'N:Brandt GmbH;;;;', 'ORG:Brandt GmbH', 'KIND:org']],
  ])('of nobody is left out: %j', async (lines) => {
    const c = await sam();
    await take(c, 'vcard', card('FN:Lea Moreau') + card(...lines));
    expect((await rows(c)).map(([name]) => name)).toEqual(['Lea Moreau']);
  });
});

describe('a list of people', () => {
  const EXPECTED: Row = ['Anna Weber', 'Acme', 'Sales', 'Buyer', 'anna@acme.example'];
  it.each<[what: string, text: string]>([
    [
      'English',
      'Employee,Job,Dept,Organisation,Work Email\n"Weber, Anna",Buyer,Sales,Acme,anna@acme.example\n',
    ],
    [
      'snake',
      'full_name,job_title,dept_name,company_name,e_mail\nAnna Weber,Buyer,Sales,Acme,anna@acme.example\n',
    ],
    [
      'German, Name and Vorname',
      'Name;Vorname;Rolle;Bereich;Firma;E-Mail\nWeber;Anna;Buyer;Sales;Acme;anna@acme.example\n',
    ],
    [
      'German, Mitarbeiter',
      'Mitarbeiter;Tätigkeit;Team;Arbeitgeber;Mail dienstlich\n"Weber, Anna";Buyer;Sales;Acme;anna@acme.example\n',
    ],
    [
      'Workday',
      'Preferred Name,Business Title,Supervisory Organization,Company,Email - Primary Work\nAnna Weber,Buyer,Sales,Acme,anna@acme.example\n',
    ],
    [
      'BambooHR',
      'Employee #,"Last name, First name",Job Title,Department,Company,Work Email\n7,"Weber, Anna",Buyer,Sales,Acme,anna@acme.example\n',
    ],
    [
      'Entra',
      'userPrincipalName,displayName,surname,mail,givenName,id,userType,jobTitle,department,accountEnabled,companyName\nanna@acme.example,Anna Weber,Weber,anna@acme.example,Anna,1f,Member,Buyer,Sales,True,Acme\nx@acme.example,Old One,One,x@acme.example,Old,2f,Member,Buyer,Sales,False,Acme\n',
    ],
    [
      'Workspace',
      'First Name [Required],Last Name [Required],Email Address [Required],Status [READ ONLY],Employee Title [UPLOAD ONLY],Department [UPLOAD ONLY],Organization\nAnna,Weber,anna@acme.example,Active,Buyer,Sales,Acme\nOld,One,x@acme.example,Suspended,Buyer,Sales,Acme\n',
    ],
    [
      'Outlook, Spanish',
      'Título,Nombre,Segundo nombre,Apellidos,Organización,Departamento,Cargo,Dirección de correo electrónico\nSra.,Anna,,Weber,Acme,Sales,Buyer,anna@acme.example\n',
    ],
    [
      'Outlook, Italian',
      'Titolo,Nome,Secondo nome,Cognome,Società,Reparto,Posizione,Indirizzo posta elettronica\nSig.ra,Anna,,Weber,Acme,Sales,Buyer,anna@acme.example\n',
    ],
    [
      'Outlook, Dutch',
      'Titel;Voornaam;Middelste naam;Achternaam;Bedrijf;Afdeling;Functie;E-mailadres\nMevr.;Anna;;Weber;Acme;Sales;Buyer;anna@acme.example\n',
    ],
    [
      'Outlook, Polish',
      'Tytuł,Imię,Drugie imię,Nazwisko,Firma,Dział,Stanowisko,Adres e-mail\nPani,Anna,,Weber,Acme,Sales,Buyer,anna@acme.example\n',
    ],
    [
      'Outlook, Portuguese',
      'Título,Nome,Segundo Nome,Sobrenome,Empresa,Departamento,Cargo,Endereço de Email\nSra.,Anna,,Weber,Acme,Sales,Buyer,anna@acme.example\n',
    ],
    [
      'Outlook, Swedish',
      'Titel,Förnamn,Mellannamn,Efternamn,Företag,Avdelning,Befattning,E-postadress\n,Anna,,Weber,Acme,Sales,Buyer,anna@acme.example\n',
    ],
    [
      'Outlook, Danish',
      'Titel;Fornavn;Mellemnavn;Efternavn;Firma;Afdeling;Stilling;E-mail-adresse\n;Anna;;Weber;Acme;Sales;Buyer;anna@acme.example\n',
    ],
    [
      'Outlook, Norwegian',
      'Tittel,Fornavn,Mellomnavn,Etternavn,Firma,Avdeling,Stilling,E-postadresse\n,Anna,,Weber,Acme,Sales,Buyer,anna@acme.example\n',
    ],
    [
      'Outlook, Czech',
      'Titul,Křestní jméno,Druhé jméno,Příjmení,Společnost,Oddělení,Pracovní pozice,E-mailová adresa\nIng.,Anna,,Weber,Acme,Sales,Buyer,anna@acme.example\n',
    ],
    [
      'Outlook, Hungarian',
      'Megszólítás,Utónév,Vezetéknév,Cég,Osztály,Beosztás,E-mail cím\n,Anna,Weber,Acme,Sales,Buyer,anna@acme.example\n',
    ],
    [
      'French personnel list',
      'Matricule;Nom;Prénom;Poste;Direction;Société;Mail professionnel\n12;Weber;Anna;Buyer;Sales;Acme;anna@acme.example\n',
    ],
    [
      'Spanish personnel list',
      'Empleado;Puesto;Área;Empresa;Correo\n"Weber, Anna";Buyer;Sales;Acme;anna@acme.example\n',
    ],
  ])('%s', async (_what, text) => {
    const c = await sam();
    await take(c, 'csv', text);
    expect(await rows(c)).toEqual([EXPECTED]);
  });

  it('in Japanese keeps the family name first', async () => {
    const c = await sam();
    await take(
      c,
      'csv',
      '名,姓,会社名,部署,役職,電子メール アドレス\n太郎,山田,Acme,Sales,Buyer,taro@acme.example\n',
    );
    expect(await rows(c)).toEqual([['山田 太郎', 'Acme', 'Sales', 'Buyer', 'taro@acme.example']]);
  });

  it('of Slack has members, deactivated ones and bots', async () => {
    const c = await sam();
    const head = 'username,email,status,billing-active,has-2fa,has-sso,userid,fullname,displayname';
    const people = [
      'anna,anna@acme.example,Member,1,1,0,U1,Anna Weber,anna',
      'old,old@acme.example,Deactivated,0,0,0,U2,Old One,old',
      'polly,,Bot,0,0,0,U3,Polly,polly',
    ];
    await take(c, 'csv', `${[head, ...people].join('\n')}\n`);
    expect((await rows(c)).map(([name]) => name)).toEqual(['Anna Weber']);
  });

  it('with columns that mean nothing here names them', async () => {
    const c = await sam();
    const text = 'Name,Job,Phone,Shoe size\nAnna Weber,Buyer,+49 40 1,38\n';
    const { warnings } = await take(c, 'csv', text);
    expect((await rows(c))[0]?.[3]).toBe('Buyer');
    expect(warnings.join('\n')).toMatch(/Phone.*Shoe size/);
  });

  it('with several addresses a person keeps them all', async () => {
    const c = await sam();
    await take(
      c,
      'csv',
      'First Name,Last Name,E-mail 1 - Value,E-mail 2 - Value,E-mail 4 - Value\nAnna,Weber,a@acme.example,b@home.example,c@old.example\n',
    );
    const { people } = await c.json<People>('people');
    expect(people[0]?.emails).toEqual(['a@acme.example', 'b@home.example', 'c@old.example']);
  });
});

describe('somebody known already', () => {
  it.each<[source: string, text: string]>([
    ['csv', 'name,company,email\nLea Moreau,Acme,lea@acme.example\n'],
    ['csv', 'First Name,Last Name,Company,E-mail Address\nLea,Moreau,ACME Inc.,lea@acme.example\n'],
    ['vcard', card('FN:Lea Moreau', 'ORG:Acme', 'EMAIL:lea@acme.example')],
    ['csv', 'name,email\nLéa Moreau,lea@acme.example\n'],
  ])('of %s gets no twin', async (source, text) => {
    const c = await sam();
    await c.add('Lea Moreau', '--company', 'Acme');
    await take(c, source, text);
    expect((await rows(c)).map(([name, company, , , email]) => [name, company, email])).toEqual([
      ['Lea Moreau', 'Acme', 'lea@acme.example'],
    ]);
  });

  it('and met before is the calendar’s guest of that name', async () => {
    const c = await sam();
    await c.log('project', 'Lea Moreau', 'Apollo launch', '2026-10-01');
    await take(c, 'calendar', calendar(event('DTSTART:20261104T090000Z', LEA)));
    expect(await c.people()).toEqual(['Lea Moreau']);
  });

  it('but by another address at another company is somebody else', async () => {
    const c = await sam();
    await c.add('Lea Moreau', '--company', 'Globex', '--email', 'lea@globex.example');
    await take(c, 'csv', 'name,company,email\nLea Moreau,Acme,lea@acme.example\n');
    expect(await c.people()).toEqual(['Lea Moreau', 'Lea Moreau']);
  });
});

describe('two entries', () => {
  it.each<[one: string, other: string, company: string, isOne: boolean]>([
    ['Søren Kjær', 'Soeren Kjaer', '', true],
    ['Åsa Lindström', 'Aasa Lindstroem', '', true],
    ['Uta Weiß', 'Uta Weiss', '', true],
    ['Katharina Weber', 'Kathi Weber', 'Acme', true],
    ['William Gardner', 'Bill Gardner', 'Acme', true],
    ['William Gardner', 'Bill Gardner', '', false],
    ['John Snowden', 'Jon Snowden', '', true],
    ['Li Wei', 'Wei Li', '', true],
    ['Muhammad Khan', 'Mohammed Khan', '', true],
    ['Aleksandr Petrov', 'Alexander Petrov', '', true],
    ['Jean-Luc Moreau', 'Jeanluc Moreau', '', true],
    ["Niamh O'Brien", 'Niamh OBrien', '', true],
    ['Kristina Meyer', 'Christina Maier', '', true],
    ['Yulia Ivanova', 'Julia Ivanova', 'Acme', true],
    ['Katherine Hall', 'Kathryn Hall', '', true],
    ['Catherine Hall', 'Katharine Hall', '', true],
    ['Steven Moss', 'Stephen Moss', '', true],
    ['Nicholas Byrne', 'Nicolas Byrne', '', true],
    ['Katherine Hall', 'Kathleen Hall', '', false],
    ['Daniel Roux', 'Danielle Roux', '', false],
    ['John Kim', 'Juan Kim', '', false],
    ['Maria Garcia', 'Mario Garcia', '', false],
    ['Thomas Schmidt', 'Thomas Schmitt', 'Acme', true],
    ['Anna Weber', 'Anna Becker', 'Acme', false],
  ])('%s and %s %s: %s', async (one, other, company, isOne) => {
    const c = await sam();
    const at = company === '' ? [] : ['--company', company];
    await c.add(one, ...at);
    await c.add(other, ...at);
    const { total } = await c.json<{ total: number }>('people', '--duplicates');
    const entries = (await c.people()).length;
    expect(total === 1 || entries === 1).toBe(isOne);
  });
});

describe('a title in a calendar', () => {
  /** The title of a meeting with Lea, beside one with somebody else. */
  const titleOf = async (summary: string): Promise<string | null> => {
    const c = await sam();
    const on = (uid: string, title: string, who: string) =>
      ['BEGIN:VEVENT', uid, 'DTSTART:20261104T090000', `SUMMARY:${title}`, who, 'END:VEVENT'].join(
        '\r\n',
      );
    const text = calendar(
      on('UID:e1', summary, LEA),
      on('UID:e2', 'Lunch', guest('Omar Saleh', 'omar@corp.example')),
    );
    await take(c, 'calendar', text);
    const { interactions } = await c.json<Interactions>('interactions');
    return interactions.find(({ people }) => people[0]?.name === 'Lea Moreau')?.title ?? null;
  };

  it.each([
    ['TBC: Budget review', 'Budget review'],
    ['Budget review TBD', 'Budget review'],
    ['Budget review (tentative)', 'Budget review'],
    ['[Provisional] Budget review', 'Budget review'],
    ['Budget review - to be confirmed', 'Budget review'],
    ['FW: RE: Budget review', 'Budget review'],
    ['Updated invitation: Budget review', 'Budget review'],
    ['Vorläufig: Planung', 'Planung'],
    ['Way to work (moved)', 'Way to work (moved)'],
    ['Réunion (à confirmer)', 'Réunion'],
    ['HOLD', 'Meeting'],
    ['Tentative plan for 2027', 'Tentative plan for 2027'],
    ['Confirmed orders review', 'Confirmed orders review'],
    ['Reminder systems design', 'Reminder systems design'],
  ])('%s is %s', async (written, title) => {
    expect(await titleOf(written)).toBe(title);
  });

  it.each([
    'OOO',
    'Lea OOO',
    'OOO - Lea Moreau',
    'Annual leave',
    'Lea: annual leave until 9 Nov',
    'Urlaub Lea',
    'Congés Lea',
    'Out of office (back Monday)',
    'Bank holiday',
    '[CANCELLED] Budget review',
    'Budget review (cancelled)',
  ])('%s is no meeting', async (written) => {
    expect(await titleOf(written)).toBeNull();
  });

  it.each(['PTO policy', 'Holiday party', 'Leave planning', 'OOO coverage handover', 'Away day'])(
    '%s is one',
    async (written) => {
      expect(await titleOf(written)).toBe(written);
    },
  );
});
