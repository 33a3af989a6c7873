import type { Language } from '../../lib/db/vocabulary.ts';

export const givenNames: readonly string[] =
  `Alejandra Amir Ana Andrea Angela Anh Anthony Araceli Armen Arturo Aurora Beatriz Benjamin Bertha Blanca Bounmy Brenda
Carlos Carmen Catherine Cecilia Chanthou Christine Clara Cynthia Daniel David Deborah Diana Dolores Donna Duc Eduardo
Elena Elizabeth Emily Emma Enrique Esperanza Esther Ethan Eva Fatima Felipe Fernando Francisco Gabriel George Gloria
Grace Graciela Guadalupe Harpreet Hector Helen Hung Ida Ines Irene Isaac Isabel Jacob James Janet Jasmine Javier Jennifer
Jesus Joan John Jorge Jose Joseph Juan Juana Julia Karen Karina Kevin Khanh Kou Lan Laura Leticia Lilit Linda Linh Lisa
Lourdes Lucia Luis Luz Mai Manuel Marcus Margarita Maria Marisol Mark Martha Mary Matthew Mei Mercedes Michael Miguel
Minh Monica Nadia Nancy Natalia Noah Norma Olena Olivia Oscar Pa Pablo Patricia Paul Pedro Peter Phuong Priya Rachel
Ramona Raul Rebecca Ricardo Robert Rosa Rosario Ruben Ruth Samira Samuel Sandra Sarah Sergio Sofia Sonia Stephanie
Susan Tamara Teresa Thanh Thomas Tou Tyrone Vartan Veronica Victor Virginia Walter Wei William Xiomara Yesenia Yolanda`.split(
    /\s+/,
  );

export const familyNames: readonly string[] =
  `Abara Adeyemi Aguilar Alvarado Alvarez Anderson Arriaga Avakian Avila Baker Barajas Becerra Beltrán Boone Brown Bui
Cabrera Campos Cárdenas Carrillo Castellanos Castillo Castro Cervantes Chan Chang Chávez Chen Choi Clark Contreras
Cortez Cruz Dang Davis Delgado Díaz Do Dominguez Duong Escobar Espinoza Estrada Farah Fernández Figueroa Fitzgerald
Flores Fonseca Fuentes García Garza Gill Goldberg Gómez González Green Guerrero Gutiérrez Guzmán Hakobyan Hall Harris
Hernández Herrera Ho Huang Huynh Ibarra Ishikawa Jackson Jiménez Johnson Jones Juárez Kaur Khan Kim King Kowalczyk Lam Le
Lee Leon Lewis Li Lim Lin Liu López Luna Ly Magaña Maldonado Márquez Martin Martínez Medina Mejía Méndez Mendoza Meza
Miller Miranda Mitchell Molina Montes Moore Mora Morales Moreno Muñoz Murillo Nava Navarro Ngo Nguyen Nelson Núñez
Ochoa Orozco Ortega Ortiz Osei Padilla Park Patel Peña Pérez Petrosyan Pham Phan Pineda Prak Quintero Quiroz Ramírez
Ramos Reyes Ríos Rivas Rivera Robinson Robles Rodríguez Rojas Romero Rosales Rubio Ruiz Salas Salazar Saldana Sánchez
Sandoval Santos Sarkisian Sato Scott Serrano Silva Singh Smith Solis Soto Suárez Sayavong Tapia Taylor Thao Thomas
Thompson Torres Tran Trujillo Valdez Valencia Vang Vargas Vásquez Vega Velasco Velásquez Villa Villaseñor Vu Walker
Wang White Whitfield Williams Wilson Wong Wright Wu Xiong Yang Young Zamora Zavala Zhang Zuniga`.split(/\s+/);

export const languages: readonly (readonly [number, Language])[] = [
  [46, 'en'],
  [34, 'es'],
  [4, 'zh'],
  [4, 'vi'],
  [2, 'ko'],
  [2, 'tl'],
  [2, 'hy'],
  [1, 'ar'],
  [1, 'fa'],
  [2, 'hmn'],
  [1, 'ru'],
  [1, 'km'],
  [1, 'other'],
];

export const services: readonly string[] = [
  'Adult day health care',
  'Biologic infusion',
  'Breast reconstruction',
  'Cardiac rehabilitation',
  'Cochlear implant',
  'Continuous glucose monitor',
  'Genetic panel',
  'Home health nursing',
  'Inpatient rehabilitation',
  'Lumbar MRI',
  'Power wheelchair',
  'Proton beam therapy',
  'Residential treatment',
  'Speech therapy',
  'Spinal fusion',
  'Wound care at home',
];
