-- Books what a turn cost, in the windows where it was reserved; once.
-- KEYS: base   ARGV: turn, spent
reap()
local lease = redis.call('HMGET', lease_key(ARGV[1]), 'windows', 'max', 'estimate', 'state')
local spent = tonumber(ARGV[2])
if lease[4] == 'open' then
  redis.call('ZREM', base .. ':leases', ARGV[1])
  move(lease[1], spent, -tonumber(lease[2]))
elseif lease[4] == 'lost' then
  move(lease[1], spent - tonumber(lease[3]), 0)
else
  return 0
end
redis.call('HSET', lease_key(ARGV[1]), 'state', 'settled')
-- Who settles again does so soon.
redis.call('PEXPIRE', lease_key(ARGV[1]), 3600000)
return 1
