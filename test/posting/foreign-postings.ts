/** A short posting and what a careful reader takes from it. */
export interface ForeignPosting {
  readonly text: string
  readonly language: string
  /** Bounds, currency and period. */
  readonly pay: string | null
  readonly workplace: string | null
  readonly employment: string | null
  readonly years: number | null
}

/** Three short postings in each language besides English whose pay, workplace, employment and years are read. */
export const FOREIGN_POSTINGS: readonly ForeignPosting[] = [
  {
    language: 'de',
    text: `Bäckermeister (m/w/d) für unsere Backstube in Kassel

Kornhaus Brote backt seit 30 Jahren ohne Zusätze und beliefert 40 Läden.

Deine Aufgaben
- Du führst die Nachtschicht und planst die Teige.
- Du bildest zwei Lehrlinge aus.

Dein Profil
- Meisterbrief und mindestens 4 Jahre Berufserfahrung in einer Backstube
- Freude an Sauerteig

Wir bieten
- Unbefristete Festanstellung in Vollzeit
- 3.400 € bis 3.900 € brutto im Monat
- Die Arbeit ist ausschließlich vor Ort.`,
    pay: '3400-3900 EUR month',
    workplace: 'onsite',
    employment: 'full-time',
    years: 4,
  },
  {
    language: 'de',
    text: `Softwareentwickler:in Java

Standort: Bremen

Wir, die Hafenlotse GmbH, bauen Software für Schlepper. 2023 haben wir 12 Millionen Euro umgesetzt.

Was du mitbringst
- Drei Jahre Erfahrung mit Java und Spring Boot
- Gute Deutschkenntnisse

Was wir bieten
- Gehalt zwischen 58.000 und 68.000 Euro im Jahr
- Zwei Tage im Büro in Bremen, den Rest im Homeoffice
- Zuschuss von 500 € für deinen Schreibtisch
- 30 Stunden in Teilzeit`,
    pay: '58000-68000 EUR year',
    workplace: 'hybrid',
    employment: 'part-time',
    years: 3,
  },
  {
    language: 'de',
    text: `Freiberuflicher Übersetzer Finnisch–Deutsch

Für ein Projekt von sechs Monaten suchen wir jemanden, der Handbücher übersetzt.

Das solltest du haben
- Seit mindestens fünf Jahren übersetzt du technische Texte.

Rahmen
- Stundensatz: 55 € bis 65 €
- Du arbeitest komplett remote, als Freelancer.`,
    pay: '55-65 EUR hour',
    workplace: 'remote',
    employment: 'contract',
    years: 5,
  },
  {
    language: 'fr',
    text: `Développeuse ou développeur Symfony

La coopérative Blé Noir équipe 200 fermes depuis 2011. Elle a levé 3 millions d'euros.

Vos missions
- Vous développez notre place de marché en PHP et Symfony.

Votre profil
- Au moins 3 ans d'expérience en PHP
- Le goût du travail bien fait

Ce que nous offrons
- Poste en CDI, 42 000 € à 48 000 € brut annuel
- Télétravail : 3 jours par semaine
- Prime de cooptation de 1 000 €`,
    pay: '42000-48000 EUR year',
    workplace: 'hybrid',
    employment: 'full-time',
    years: 3,
  },
  {
    language: 'fr',
    text: `Assistante de direction à Quimper

Le chantier naval Kerloc'h cherche une assistante pour remplacer un congé maternité.

Profil recherché
- Une expérience de deux ans dans un poste similaire
- Une bonne orthographe

Conditions
- Contrat : CDD de huit mois
- Salaire mensuel de 2 300 € brut
- Pas de télétravail : le poste est 100 % en présentiel`,
    pay: '2300-2300 EUR month',
    workplace: 'onsite',
    employment: 'temporary',
    years: 2,
  },
  {
    language: 'fr',
    text: `Consultant DevOps indépendant

Pour un client de l'énergie, nous recherchons un consultant en freelance.

Compétences
- Kubernetes, Terraform et Ansible
- Cinq années d'expérience minimum

Modalités
- TJM : 480 à 550 €
- Mission en télétravail complet, en freelance, pendant neuf mois`,
    pay: '480-550 EUR day',
    workplace: 'remote',
    employment: 'contract',
    years: 5,
  },
  {
    language: 'es',
    text: `Programador de PLC en Gijón

Astilleros Peñalba busca a alguien para su taller. Facturamos 9 millones de euros al año.

Requisitos
- Experiencia mínima de 4 años con autómatas
- Carné de conducir

Ofrecemos
- Contrato indefinido a jornada completa
- Salario de 30.000 € a 36.000 € brutos anuales
- Trabajo presencial en el taller`,
    pay: '30000-36000 EUR year',
    workplace: 'onsite',
    employment: 'full-time',
    years: 4,
  },
  {
    language: 'es',
    text: `Diseñadora de interfaces

Somos Nube Roja, una empresa de Guadalajara que hace programas para veterinarios.

Lo que pedimos
- Dos años de experiencia diseñando aplicaciones
- Un portafolio

Lo que ofrecemos
- Sueldo mensual de $28,000 a $34,000 MXN
- Modalidad híbrida: dos días en la oficina
- Medio tiempo no; es tiempo completo`,
    pay: '28000-34000 MXN month',
    workplace: 'hybrid',
    employment: 'full-time',
    years: 2,
  },
  {
    language: 'es',
    text: `Traductor autónomo para videojuegos

Buscamos un traductor del coreano para un proyecto de seis meses.

Perfil
- Al menos tres años de experiencia traduciendo juegos

Condiciones
- 22 € brutos por hora, como autónomo
- Trabajo 100 % remoto`,
    pay: '22-22 EUR hour',
    workplace: 'remote',
    employment: 'contract',
    years: 3,
  },
  {
    language: 'pt',
    text: `Pessoa Engenheira de Dados

A Maré Alta cuida de portos pequenos com software. Captamos R$ 20 milhões no ano passado.

Requisitos
- Pelo menos 3 anos de experiência com Python e SQL
- Vontade de aprender

Oferecemos
- Contratação CLT
- Salário de R$ 11.000 a R$ 14.000 por mês
- Trabalho 100% remoto em todo o Brasil
- Vale-refeição de R$ 900,00`,
    pay: '11000-14000 BRL month',
    workplace: 'remote',
    employment: 'full-time',
    years: 3,
  },
  {
    language: 'pt',
    text: `Técnico de Manutenção em Aveiro

A fábrica de conservas Sal & Sol procura um técnico para as suas linhas.

Perfil
- Experiência mínima de dois anos em manutenção industrial

Condições
- Contrato a termo: o trabalho é temporário, de seis meses
- Salário mensal: 1.450 €
- Regime presencial`,
    pay: '1450-1450 EUR month',
    workplace: 'onsite',
    employment: 'temporary',
    years: 2,
  },
  {
    language: 'pt',
    text: `Estágio em Marketing

A Livraria Boa Maré procura uma pessoa para um estágio de seis meses em Lisboa.

O que fazes
- Escreves textos para o nosso boletim.

O que oferecemos
- Bolsa de 900 € por mês
- Modelo híbrido, com três dias no escritório`,
    pay: '900-900 EUR month',
    workplace: 'hybrid',
    employment: 'internship',
    years: null,
  },
  {
    language: 'pl',
    text: `Programista Python

Firma Bocian buduje oprogramowanie dla szklarni. W zeszłym roku zebraliśmy 5 mln zł od inwestorów.

Wymagania
- Minimum 3 lata doświadczenia z Pythonem
- Znajomość PostgreSQL

Oferujemy
- Wynagrodzenie: 16 000 – 21 000 zł netto + VAT na umowie B2B
- Praca w pełni zdalna
- Budżet szkoleniowy 4 000 zł rocznie`,
    pay: '16000-21000 PLN month',
    workplace: 'remote',
    employment: 'contract',
    years: 3,
  },
  {
    language: 'pl',
    text: `Księgowa do działu płac w Łodzi

Szukamy osoby do rozliczania wynagrodzeń w fabryce tkanin.

Wymagania
- Co najmniej dwa lata doświadczenia w księgowości
- Dokładność

Oferujemy
- Umowa o pracę na pełny etat
- 7 500 – 9 000 zł brutto miesięcznie
- Praca hybrydowa: trzy dni w biurze`,
    pay: '7500-9000 PLN month',
    workplace: 'hybrid',
    employment: 'full-time',
    years: 2,
  },
  {
    language: 'pl',
    text: `Kelner w Sopocie

Restauracja nad morzem szuka kelnera na sezon.

Wymagania
- Rok doświadczenia w gastronomii mile widziany

Oferujemy
- Stawka 32 zł brutto za godzinę
- Umowa zlecenie na czas określony
- Pracujesz wyłącznie stacjonarnie`,
    pay: '32-32 PLN hour',
    workplace: 'onsite',
    employment: 'contract',
    years: null,
  },
  {
    language: 'nl',
    text: `Front-end ontwikkelaar

Bij Waterschap Noordkust bouw je kaarten die dijkwachten gebruiken.

Wat je meebrengt
- Minimaal 4 jaar ervaring met TypeScript en Vue
- Een hbo-diploma

Wat wij bieden
- Een salaris tussen € 3.900 en € 5.100 bruto per maand
- Een fulltime dienstverband van 36 uur
- Twee dagen per week op kantoor in Alkmaar, de rest thuis`,
    pay: '3900-5100 EUR month',
    workplace: 'hybrid',
    employment: 'full-time',
    years: 4,
  },
  {
    language: 'nl',
    text: `Magazijnmedewerker in deeltijd

Groothandel De Linde zoekt iemand voor de vroege ochtend in Zwolle.

Jouw profiel
- Eén jaar ervaring in een magazijn
- Sterke rug

Ons aanbod
- Uurloon: € 15,80
- Je werkt in deeltijd, 20 uur in de week
- Je werkt altijd op locatie`,
    pay: '15.8-15.8 EUR hour',
    workplace: 'onsite',
    employment: 'part-time',
    years: 1,
  },
  {
    language: 'nl',
    text: `Freelance tekstschrijver

Voor een campagne van drie maanden zoeken wij een zelfstandige schrijver.

Wat wij vragen
- Ten minste vijf jaar ervaring met langere teksten

Voorwaarden
- Uurtarief € 70 - € 80
- Je werkt volledig remote, als freelancer`,
    pay: '70-80 EUR hour',
    workplace: 'remote',
    employment: 'contract',
    years: 5,
  },
  {
    language: 'sv',
    text: `Systemutvecklare i Luleå

Vi på Norrsken Mätteknik gör mätare för kraftverk och omsätter 80 miljoner kronor.

Vi söker dig som
- har minst 3 års erfarenhet av C++
- trivs i kyla

Vi erbjuder
- Tillsvidareanställning på heltid
- Lön: 44 000 – 52 000 kr per månad
- Hybridarbete med tre dagar på kontoret`,
    pay: '44000-52000 SEK month',
    workplace: 'hybrid',
    employment: 'full-time',
    years: 3,
  },
  {
    language: 'sv',
    text: `Snickare till vikariat

Byggfirman Ek & Ask söker en snickare till ett vikariat i Borås.

Du har
- fem års erfarenhet av trähus

Vi erbjuder
- Vikariat på nio månader
- Timlön: 195 kr
- Arbetet sker på plats hos kunden`,
    pay: '195-195 SEK hour',
    workplace: 'onsite',
    employment: 'temporary',
    years: 5,
  },
  {
    language: 'sv',
    text: `Konsult inom dataskydd

Du arbetar som frilansande konsult åt kommuner i hela landet.

Krav
- Minst två års erfarenhet av dataskydd

Villkor
- Arvode på 850 kr i timmen
- Uppdraget är helt på distans, som frilans`,
    pay: '850-850 SEK hour',
    workplace: 'remote',
    employment: 'contract',
    years: 2,
  },
]
