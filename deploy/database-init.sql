-- Makes the shop's user and database where they are missing. The user owns the database, and has no other rights.
\getenv password SHOP_PASSWORD
select format('create role shop login password %L', :'password')
where not exists (select from pg_roles where rolname = 'shop') \gexec
select 'create database shop owner shop'
where not exists (select from pg_database where datname = 'shop') \gexec
