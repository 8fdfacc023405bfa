dat_path = ['C:\\data\\rat7\\raw.dat']
n_channels_dat = 8
dtype = 'int16'
offset = 0
sample_rate = 30000.
hp_filtered = False
