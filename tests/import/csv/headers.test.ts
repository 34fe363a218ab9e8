/** Lists of people from offices: their headers in any spelling and language; none is taken for LinkedIn's. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { coach } from '../../helpers/coach.ts';
import { tempFolder } from '../../helpers/run.ts';
import type { People } from '../../helpers/shapes.ts';

function file(...lines: string[]): string {
  const path = join(tempFolder(), 'in.csv');
  writeFileSync(path, lines.join('\n'));
  return path;
}

async function imported(...lines: string[]) {
  const c = coach();
  await c.json('import', 'csv', file(...lines));
  const { people } = await c.json<People>('people');
  return people.map(({ name, company, team, role, email, connection }) => ({
    all: [name, company, team, role, email],
    status: connection.status,
  }));
}

const LEA = ['Lea Moreau', 'Acme', 'Sales', 'Lead', 'lea@corp.example'];

test.each([
  ['snake_case', 'email,first_name,last_name,company,department,job_title'],
  ['CamelCase', 'Email,FirstName,LastName,Company,Department,JobTitle'],
  ['spaces', 'eMail Address, Given Name , Family Name, Company, Department, Job  Title'],
  ['capitals and hyphens', 'E-MAIL,FIRST-NAME,LAST-NAME,COMPANY,DEPARTMENT,JOB-TITLE'],
  ['a plain title', 'Mail,First name,Surname,Organisation,Team,Title'],
  [
    'Google Workspace',
    'Email Address [Required],First Name [Required],Last Name [Required],Company,Department,Employee Title',
  ],
  ['Entra', 'userPrincipalName,givenName,surname,companyName,department,jobTitle'],
  ['French', 'Adresse de messagerie,Prénom,Nom,Société,Service,Profession'],
  ['German', 'E-Mail-Adresse,Vorname,Nachname,Firma,Abteilung,Position'],
  ['Spanish', 'Dirección de correo electrónico,Nombre,Apellidos,Compañía,Departamento,Puesto'],
  ['Italian', 'Indirizzo posta elettronica,Nome,Cognome,Società,Reparto,Posizione'],
  ['Portuguese', 'Endereço de email,Nome,Sobrenome,Empresa,Departamento,Cargo'],
  ['Dutch', 'E-mailadres,Voornaam,Achternaam,Bedrijf,Afdeling,Functie'],
  ['Polish', 'Adres e-mail,Imię,Nazwisko,Firma,Dział,Stanowisko'],
  ['Swedish', 'E-postadress,Förnamn,Efternamn,Företag,Avdelning,Befattning'],
])('headers: %s', async (_what, header) => {
  const [person] = await imported(header, 'lea@corp.example,Lea,Moreau,Acme,Sales,Lead');
  expect(person?.all).toEqual(LEA);
});

test.each([
  ['Titre,Prénom,Nom,Profession', 'Mme,Lea,Moreau,Chef de produit', 'Chef de produit'],
  ['Titre,Prénom,Nom,Profession', 'Mme,Lea,Moreau,', null],
  ['Title,Vorname,Nachname,Position', 'Frau,Lea,Moreau,Leiterin', 'Leiterin'],
  ['Title,First Name,Last Name,Job Title', 'Dr.,Lea,Moreau,', null],
  ['Title,First Name,Last Name', 'Release manager,Lea,Moreau', 'Release manager'],
])('a courtesy title is no role: %s', async (header, row, role) => {
  const [person] = await imported(header, row);
  expect(person?.all).toEqual(['Lea Moreau', null, null, role, null]);
});

test.each([
  ['Name;Vorname;E-Mail', 'Moreau;Lea;lea@corp.example'],
  ['Preferred Name,Legal Last Name,Manager', 'Lea,Moreau,Tom Hill'],
  ['Employee First Name,Employee Last Name,Grade', 'Lea,Moreau,7'],
  ['Name,Surname,E-Mail', 'Lea,Moreau,lea@corp.example'],
  ['Name,First name,Email', 'Moreau,Lea,lea@corp.example'],
  ['Full name,First name,Email', 'Lea Moreau,Lea,lea@corp.example'],
  ['Display Name,Email', '"Moreau, Lea",lea@corp.example'],
  ['Display Name,First Name,Last Name', 'Moreau Lea,Lea,Moreau'],
])('the parts of a name: %s', async (header, row) => {
  expect((await imported(header, row))[0]?.all[0]).toBe('Lea Moreau');
});

test('a first and a last name are enough, and a directory’s name has the address', async () => {
  expect((await imported('First Name,Last Name', 'Lea,Moreau'))[0]?.all[0]).toBe('Lea Moreau');
  const [person] = await imported(
    'First Name,Last Name,E-mail Display Name',
    'Reinhold,Denk,"Denk, Reinhold (reinhold.denk@corp.example)"',
  );
  expect(person?.all).toEqual(['Reinhold Denk', null, null, null, 'reinhold.denk@corp.example']);
});

test.each([
  ['Microsoft 365', 'Display name,User principal name,Department,Title', 'Sales,Lead'],
  ['Exchange', 'DisplayName,PrimarySmtpAddress,Department,Title', 'Sales,Lead'],
  ['Slack, with a status of its own', 'fullname,email,status,billing-active', 'Member,1'],
])('a list with whole names: %s', async (_what, header, rest) => {
  const [person] = await imported(header, `"Moreau, Lea (EXT)",lea@corp.example,${rest}`);
  expect([person?.all[0], person?.all[4], person?.status]).toEqual([
    'Lea Moreau',
    'lea@corp.example',
    'none',
  ]);
});

test('an ordinary list with company and position is nobody’s list of connections', async () => {
  const lines = [
    'First Name,Last Name,Email,Company,Position',
    'Lea,Moreau,lea@corp.example,Acme,PM',
  ];
  expect(await imported(...lines)).toEqual([
    { all: ['Lea Moreau', 'Acme', null, 'PM', 'lea@corp.example'], status: 'none' },
  ]);
  const failure = await coach().fails('bad-file', 'import', 'linkedin', file(...lines));
  expect(failure.hint).toBe('Import it with: netcoach import csv FILE');
});

test('LinkedIn’s list without its dates connects nobody, and says so', async () => {
  const c = coach();
  const path = file(
    'First Name,Last Name,URL,Company,Position',
    'Lea,Moreau,https://www.linkedin.com/in/lea,Acme,PM',
  );
  const { warnings } = await c.json<{ warnings: string[] }>('import', 'linkedin', path);
  expect(warnings).toContain(
    'in.csv has no "Connected On" column, so netcoach can\'t tell who you\'re connected with',
  );
  expect((await c.person('Lea Moreau')).connection.status).toBe('none');
});
